package net.bpsolutions.sending.registry;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** The names that clinics are asked to publish or write to. */
public interface VendorConfig {
    /** As shown to clinics. */
    @WithDefault("Blueprint Solutions")
    @NotBlank String name();

    /** The header From of mail that may not leave under the clinic's name. */
    @WithDefault("blueprintoms@bp-solutions.net")
    @Email String fallbackAddress();

    /** Where the clinic forwards the verification message to. */
    @WithDefault("verification@bp-solutions.net")
    @Email String verificationAddress();

    /** The DKIM selectors that every clinic delegates, in the order shown. */
    @NotEmpty List<Selector> selectors();

    /** The DMARC record for a domain that has none (RFC 9989). */
    @WithDefault("v=DMARC1; p=none")
    @NotBlank String dmarc();

    /** What the old instructions asked to put into SPF. */
    @WithDefault("spf.mandrillapp.com")
    @NotBlank String spfInclude();

    /** The selector of the TXT key that the old instructions asked for. */
    @WithDefault("mandrill")
    @NotBlank String legacySelector();

    /** Whether SPF is looked at and shown, as advice. */
    @WithDefault("false")
    boolean spfAdvice();

    /** A DKIM selector and what its CNAME must point to. */
    interface Selector {
        /** The selector (RFC 6376 §3.1). */
        @NotBlank String name();

        /** The target of the CNAME. */
        @NotBlank String target();
    }
}
