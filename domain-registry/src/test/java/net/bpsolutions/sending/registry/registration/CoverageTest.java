package net.bpsolutions.sending.registry.registration;

import static net.bpsolutions.sending.registry.registration.Histories.CLINIC;
import static net.bpsolutions.sending.registry.registration.Histories.RULES;
import static net.bpsolutions.sending.registry.registration.Histories.START;
import static net.bpsolutions.sending.registry.registration.Histories.check;
import static net.bpsolutions.sending.registry.registration.Histories.minutes;
import static net.bpsolutions.sending.registry.registration.Histories.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;

/** Checks of fewer records than a registration expects. */
class CoverageTest {

    /** As a look from the guide does, which belongs to no claimant. */
    @Test
    void keepsTheVerdictOnItsTokenAndItsNextCheckWhenOnlyTheOthersAreLookedAt() {
        Registration registration = registration();
        registration.askForDnsProof();
        String token = RULES.ownershipToken(registration).name();
        registration.checked(with(check(RecordState.MISSING, START), token), false, RULES, START);
        Optional<Instant> next = registration.nextCheckAt();

        registration.checked(check(RecordState.OK, minutes(1)), false, RULES, minutes(1));

        assertThat(next).isPresent();
        assertThat(registration.nextCheckAt()).isEqualTo(next);
        assertThat(registration.verdicts)
                .extracting(RecordCheck::name, RecordCheck::state)
                .contains(tuple(token, RecordState.MISSING), tuple("_dmarc.clinic.com", RecordState.OK));
    }

    /** As the breaker's canary does every few minutes. */
    @Test
    void keepsTheVerdictOnItsPolicyAndItsNextCheckWhenOnlySelectorsAreLookedAt() {
        Registration registration = registration();
        registration.checked(check(RecordState.OK, START), false, RULES, START);
        Optional<Instant> next = registration.nextCheckAt();
        DnsChecked selectors = only(Purpose.DKIM, check(RecordState.WRONG, minutes(1)));

        registration.checked(selectors, false, RULES, minutes(1));

        assertThat(next).isPresent();
        assertThat(registration.nextCheckAt()).isEqualTo(next);
        assertThat(registration.verdicts)
                .extracting(RecordCheck::purpose, RecordCheck::state)
                .containsExactly(
                        tuple(Purpose.DKIM, RecordState.WRONG),
                        tuple(Purpose.DKIM, RecordState.WRONG),
                        tuple(Purpose.DMARC, RecordState.OK));
    }

    @Test
    void isLookedAtLaterOnceEverythingThatItIsShownWasLookedAt() {
        Registration registration = registration();
        registration.askForDnsProof();
        String token = RULES.ownershipToken(registration).name();
        registration.checked(with(check(RecordState.MISSING, START), token), false, RULES, START);
        Instant next = registration.nextCheckAt().orElseThrow();

        registration.checked(with(check(RecordState.MISSING, minutes(1)), token), false, RULES, minutes(1));

        assertThat(registration.nextCheckAt())
                .hasValueSatisfying(at -> assertThat(at).isAfter(next));
    }

    private static DnsChecked with(DnsChecked check, String token) {
        RecordCheck missing =
                new RecordCheck(Purpose.OWNERSHIP, token, RecordState.MISSING, List.of(), null, List.of());
        return of(check, Stream.concat(check.records().stream(), Stream.of(missing)));
    }

    private static DnsChecked only(Purpose purpose, DnsChecked check) {
        return of(check, check.records().stream().filter(record -> record.purpose() == purpose));
    }

    private static DnsChecked of(DnsChecked check, Stream<RecordCheck> records) {
        return new DnsChecked(
                check.id(), check.occurredAt(), check.causeId(), CLINIC, records.toList(), List.of(), null);
    }
}
