package net.bpsolutions.sending.registry.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.registry.Settings;
import net.bpsolutions.sending.registry.lifecycle.Evidence;

/** Registrations and what happens to them, made up. */
final class Histories {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    static final DomainName CLINIC = new DomainName("clinic.com");
    static final Rules RULES = new Rules(Settings.defaults(), () -> 0L);

    private Histories() {}

    static Registration registration() {
        Registration registration = new Registration();
        registration.id = new UUID(1, 2);
        registration.clinicId = "clinic-1";
        registration.domain = CLINIC.value();
        registration.setupToken = "setup-token";
        registration.status = DomainStatus.PENDING;
        registration.statusSince = START;
        registration.registeredAt = START;
        registration.sendingAs = SendingAs.FALLBACK;
        registration.sequence = 1;
        registration.verdicts = List.of();
        registration.evidence = Evidence.NONE;
        return registration;
    }

    static Registration verified() {
        Registration registration = registration();
        Instant before = START.minusSeconds(60);
        registration.proven(proof(before), RULES, before);
        registration.checked(check(RecordState.OK, before), false, RULES, before);
        return registration;
    }

    static VerificationCompleted proof(Instant at) {
        return new VerificationCompleted(
                UUID.randomUUID(), at, new UUID(1, 2), "clinic-1", CLINIC, VerificationMethod.EMAIL_FORWARD, "test");
    }

    static DnsChecked check(RecordState state, Instant at) {
        return check(List.of(state, state, state), at, "v=DMARC1; p=none");
    }

    /** A state for each selector and for DMARC; the DMARC record is found where its state is OK. */
    static DnsChecked check(List<RecordState> states, Instant at, String dmarc) {
        var expected = RULES.expected(CLINIC);
        List<RecordCheck> records = IntStream.range(0, expected.size())
                .mapToObj(index -> new RecordCheck(
                        expected.get(index).purpose(),
                        expected.get(index).name(),
                        states.get(index),
                        expected.get(index).purpose() == Purpose.DMARC && states.get(index) == RecordState.OK
                                ? List.of(dmarc)
                                : List.of(),
                        null,
                        List.of()))
                .toList();
        return new DnsChecked(UUID.randomUUID(), at, UUID.randomUUID(), CLINIC, records, List.of(), null);
    }

    static Instant minutes(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
