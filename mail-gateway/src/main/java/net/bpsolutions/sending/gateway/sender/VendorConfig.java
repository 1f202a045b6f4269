package net.bpsolutions.sending.gateway.sender;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

/** The names and addresses under which the vendor itself appears. */
public interface VendorConfig {

    /** Display name of mails that the vendor writes on its own behalf. */
    @WithDefault("Blueprint Solutions")
    @NotBlank String name();

    /** Header From of mail that must not leave under a clinic's own name. Variable: FALLBACK_ADDRESS. */
    @WithDefault("blueprintoms@bp-solutions.net")
    @Email String fallbackAddress();

    /** Envelope sender of all mail, where bounces go. Variable: BOUNCE_ADDRESS. */
    @WithDefault("blueprintoms@bp-solutions.net")
    @Email String bounceAddress();

    /**
     * Whether each mail's envelope sender is {@code local+token@} of the bounce address, so that a bounce names its mail
     * whatever it quotes. What receives for us must take such addresses. Variable: BOUNCE_SUBADDRESSES.
     */
    @WithDefault("false")
    boolean bounceTokens();

    /** The verification mailbox: receives requests and forwards, and is the From of our answers. Variable: VERIFICATION_ADDRESS. */
    @WithDefault("verification@bp-solutions.net")
    @Email String verificationAddress();
}
