package net.bpsolutions.sending.registry.notice;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import net.bpsolutions.sending.registry.RegistryConfig;

/** The plan in force. */
class Plans {

    @Produces
    @Singleton
    NoticePlan plan(RegistryConfig config) {
        return new NoticePlan(config.notices().settle(), config.notices().nudges());
    }
}
