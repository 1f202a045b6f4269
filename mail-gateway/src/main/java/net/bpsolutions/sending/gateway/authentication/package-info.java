/** Who really sent a mail: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 9989), evaluated on the receiving side. */
@NullMarked
package net.bpsolutions.sending.gateway.authentication;

import org.jspecify.annotations.NullMarked;
