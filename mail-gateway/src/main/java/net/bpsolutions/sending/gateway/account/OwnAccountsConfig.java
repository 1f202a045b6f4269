package net.bpsolutions.sending.gateway.account;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Relays and credentials of clinics that send through their own provider account. */
public interface OwnAccountsConfig {

    /** The folder with one file for each clinic; without it mail of such clinics waits. Variable: OWN_ACCOUNTS_FOLDER. */
    Optional<String> folder();

    /** Mails under way over one account, so that a slow one leaves room for everybody else. */
    @WithDefault("3")
    @Min(1) @Max(1000) int connections();
}
