/** An authoritative DNS server over plain zone files (RFC 1034, 1035, 2308, 4592, 6891). */
@NullMarked
package net.bpsolutions.sending.local.dns;

import org.jspecify.annotations.NullMarked;
