package net.bpsolutions.sending.local;

import java.time.Instant;
import java.util.List;

/**
 * A mail the relay stand-in has taken responsibility for.
 *
 * @param envelopeSender the address of MAIL FROM; empty for the null sender
 * @param envelopeRecipients the addresses of RCPT TO that were accepted
 * @param content header and body as they came over the wire, dots unstuffed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy per mail would double the memory of load tests.
public record StoredMail(Instant receivedAt, String envelopeSender, List<String> envelopeRecipients, byte[] content) {}
