package net.bpsolutions.sending.registry.setup;

import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.registry.challenge.LastChallenges.LastChallenge;
import net.bpsolutions.sending.registry.checks.Look;
import net.bpsolutions.sending.registry.history.HistoryJson;
import net.bpsolutions.sending.registry.registration.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page tells of a registration.
 *
 * @param registration as it is now
 * @param version changes with whatever the page shows
 * @param looks the latest checks, latest first
 * @param history the latest transitions, latest first
 * @param challenge where the verification message went last
 */
record Story(
        Registration registration,
        String version,
        List<Look> looks,
        List<HistoryJson> history,
        Optional<LastChallenge> challenge) {

    /** Who hosts the zone, as the latest check saw it. */
    @Nullable String dnsHost() {
        return looks.isEmpty() ? null : looks.getFirst().dnsHost();
    }
}
