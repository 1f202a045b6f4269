package net.bpsolutions.sending.registry.challenge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the verification message is to go.
 *
 * @param mailbox the local part, a dot-atom (RFC 5321 §4.1.2), at most 64 characters
 */
public record ChallengeJson(
        @NotNull @Pattern(regexp = ChallengeJson.MAILBOX, message = "must be the part of a mail address before the @") @Schema(examples = "jane")
        String mailbox) {

    /** The form of a local part. */
    public static final String MAILBOX =
            "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
}
