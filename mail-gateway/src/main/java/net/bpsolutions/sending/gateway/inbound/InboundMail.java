package net.bpsolutions.sending.gateway.inbound;

import java.util.List;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may look at. It holds contents: it is dropped after the decision and has no printable form.
 *
 * @param author who wrote it; null unless the header From names exactly one mailbox
 * @param subject decoded, on one line; empty when there is none
 * @param automatic no person sent it (RFC 3834, RFC 5321 §4.5.5): a DSN, an automatic reply, a list
 * @param texts every text part, those of attached messages too, HTML turned into text
 * @param trace what it says of other mails
 */
public record InboundMail(
        @Nullable Address author, String subject, boolean automatic, List<String> texts, Trace trace) {

    /** Takes a copy. */
    public InboundMail {
        texts = List.copyOf(texts);
    }

    InboundMail(@Nullable Address author, String subject, boolean automatic, List<String> texts) {
        this(author, subject, automatic, texts, Trace.NONE);
    }

    @Override
    public String toString() {
        return "InboundMail[automatic=" + automatic + ", texts=" + texts.size() + "]";
    }
}
