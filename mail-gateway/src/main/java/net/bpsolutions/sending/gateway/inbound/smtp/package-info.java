/** The receiving side of SMTP (RFC 5321), strict: knows the protocol and nothing of what a mail means. */
@NullMarked
package net.bpsolutions.sending.gateway.inbound.smtp;

import org.jspecify.annotations.NullMarked;
