package net.bpsolutions.sending.gateway.reply;

import jakarta.validation.constraints.Email;
import java.util.Optional;

/** Replies to the fallback address. */
public interface ReplyConfig {

    /**
     * The mailbox of a person, who gets what cannot be matched to a mail of ours; while absent it is deferred and stays
     * with the sending server. Variable: UNMATCHED_REPLIES_TO.
     */
    Optional<@Email String> unmatchedTo();
}
