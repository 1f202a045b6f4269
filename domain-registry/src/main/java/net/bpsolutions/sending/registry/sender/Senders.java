package net.bpsolutions.sending.registry.sender;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.account.OwnAccounts;
import net.bpsolutions.sending.registry.entry.FreeMail;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Decides what a mail would look like, as the gateway does: the registration, else the clinic's own account, else fallback. */
@ApplicationScoped
class Senders {

    private final Registrations registrations;
    private final OwnAccounts accounts;
    private final FreeMail freeMail;
    private final String fallback;

    Senders(Registrations registrations, OwnAccounts accounts, FreeMail freeMail, RegistryConfig config) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.freeMail = freeMail;
        this.fallback = config.vendor().fallbackAddress();
    }

    Uni<SenderJson> of(String clinicId, Address address) {
        return registrations
                .of(clinicId, address.domain())
                .flatMap(found -> found.map(registration -> Uni.createFrom().item(registered(address, registration)))
                        .orElseGet(() -> accounts.isExempt(clinicId).map(exempt -> unregistered(address, exempt))));
    }

    private SenderJson registered(Address address, Registration registration) {
        String reason = registration.sendingAs() == SendingAs.OWN_ACCOUNT
                ? "own-account"
                : registration.status().name().toLowerCase(Locale.ROOT);
        return json(registration.sendingAs(), address, reason);
    }

    private SenderJson unregistered(Address address, boolean exempt) {
        if (exempt) {
            return json(SendingAs.OWN_ACCOUNT, address, "own-account");
        }
        return json(
                SendingAs.FALLBACK, address, freeMail.lists(address.domain()) ? "free-mail-domain" : "not-registered");
    }

    private SenderJson json(SendingAs sendingAs, Address address, String reason) {
        return switch (sendingAs) {
            case NATIVE, OWN_ACCOUNT -> new SenderJson(sendingAs, address.text(), null, reason);
            case FALLBACK -> new SenderJson(sendingAs, fallback, address.text(), reason);
        };
    }
}
