package net.bpsolutions.sending.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentForTest {

    @ParameterizedTest
    @CsvSource({
        "NATIVE, jane@myclinic.com, , myclinic.com",
        "NATIVE, jane@MyClinic.com, desk@elsewhere.com, myclinic.com",
        "OWN_ACCOUNT, jane@myclinic.com, , myclinic.com",
        "FALLBACK, blueprintoms@bp-solutions.net, jane@myclinic.com, myclinic.com",
        "FALLBACK, blueprintoms@bp-solutions.net, '\"a@b\"@myclinic.com', myclinic.com",
    })
    void isTheDomainOfTheSender(SendingAs name, String from, @Nullable String replyTo, String domain) {
        assertThat(SentFor.of(outcome(name, from, replyTo))).contains(new DomainName(domain));
    }

    @ParameterizedTest
    @CsvSource({
        "FALLBACK, blueprintoms@bp-solutions.net, ",
        "NATIVE, , jane@myclinic.com",
        "NATIVE, jane, ",
        "NATIVE, jane@, ",
        "NATIVE, jane@not a domain, ",
        ", , ",
    })
    void isUnknownWithoutASender(@Nullable SendingAs name, @Nullable String from, @Nullable String replyTo) {
        assertThat(SentFor.of(outcome(name, from, replyTo))).isEmpty();
    }

    private static SendOutcome outcome(@Nullable SendingAs name, @Nullable String from, @Nullable String replyTo) {
        return new SendOutcome(
                UUID.randomUUID(),
                Instant.EPOCH,
                "rem-1",
                "clinic-1",
                "patient@example.net",
                Outcome.ACCEPTED,
                name,
                from,
                replyTo,
                null,
                1,
                null,
                null);
    }
}
