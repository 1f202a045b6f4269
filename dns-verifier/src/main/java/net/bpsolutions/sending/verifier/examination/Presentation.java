package net.bpsolutions.sending.verifier.examination;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TXTRecord;

/** Record data as the judges read it; of an SOA record only what all servers of a zone must agree on at any time. */
final class Presentation {

    private Presentation() {}

    static String of(Record answer) {
        return switch (answer) {
            case CNAMERecord cname -> name(cname.getTarget());
            case NSRecord server -> name(server.getTarget());
            case MXRecord exchange -> exchange.getPriority() + " " + name(exchange.getTarget());
            case SOARecord start -> name(start.getHost()) + " " + name(start.getAdmin());
            case TXTRecord text -> joined(text);
            default -> Optional.ofNullable(answer.rdataToString()).orElse("");
        };
    }

    /** Lower case, without the trailing dot; the root is empty. */
    static String name(Name name) {
        return OwnerName.canonical(name.toString());
    }

    /** Character-strings are joined without anything between them (RFC 6376 §3.6.2.2, RFC 7208 §3.3). */
    private static String joined(TXTRecord text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.getStringsAsByteArrays().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
