package net.bpsolutions.sending.registry.setup;

import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Registration;

/** Fills setup pages. */
@ApplicationScoped
class SetupPages {

    private final Presenter presenter;
    private final RegistryConfig.Vendor vendor;

    SetupPages(Presenter presenter, RegistryConfig config) {
        this.presenter = presenter;
        this.vendor = config.vendor();
    }

    SetupPage of(Registration registration) {
        return new SetupPage(
                presenter.present(registration), vendor.name(), vendor.verificationAddress(), vendor.fallbackAddress());
    }
}
