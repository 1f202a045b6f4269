package net.bpsolutions.sending.gateway.inbound;

import java.util.List;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says of other mails and of its way here.
 *
 * @param authorName the display name of the author; empty for none
 * @param references Message-IDs that it answers to (In-Reply-To, References), in angle brackets, the nearest first
 * @param quoted Message-IDs of mails that it carries or quotes
 * @param status the fields of a DSN about one recipient (RFC 3464); null when it is none
 * @param feedback the fields of a feedback report (RFC 5965); null when it is none
 * @param hops the number of Received fields
 * @param tnef its content is in winmail.dat or an Outlook item, which we do not open
 * @param resender who resent by hand what a machine wrote (RFC 5322 §3.6.6); null for nobody
 */
public record Trace(
        String authorName,
        List<String> references,
        List<String> quoted,
        @Nullable String status,
        @Nullable String feedback,
        int hops,
        boolean tnef,
        @Nullable Address resender) {

    /** Nothing of all that. */
    public static final Trace NONE = new Trace("", List.of(), List.of(), null, null, 0, false, null);

    /** Takes copies. */
    public Trace {
        references = List.copyOf(references);
        quoted = List.copyOf(quoted);
    }

    @Override
    public String toString() {
        return "Trace[references=" + references.size() + ", quoted=" + quoted.size() + ", hops=" + hops + "]";
    }
}
