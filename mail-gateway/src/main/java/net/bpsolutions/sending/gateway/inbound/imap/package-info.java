/** A mailbox that lives elsewhere, read over IMAP (RFC 9051) and processed as what comes over SMTP is. */
@NullMarked
package net.bpsolutions.sending.gateway.inbound.imap;

import org.jspecify.annotations.NullMarked;
