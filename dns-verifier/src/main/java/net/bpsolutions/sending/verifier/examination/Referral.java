package net.bpsolutions.sending.verifier.examination;

import java.util.List;
import java.util.Map;

/**
 * What a server says that holds a zone above (RFC 1034 §4.3.1).
 *
 * @param zone the apex of the zone that it refers to
 * @param nameservers of that zone
 * @param glue addresses by name server, as far as they came along
 */
record Referral(String zone, List<String> nameservers, Map<String, List<String>> glue) {}
