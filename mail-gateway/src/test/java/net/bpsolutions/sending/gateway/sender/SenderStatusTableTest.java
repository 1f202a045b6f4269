package net.bpsolutions.sending.gateway.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import org.junit.jupiter.api.Test;

class SenderStatusTableTest {

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    private final SenderStatusTable table = new SenderStatusTable();

    @Test
    void prefersTheVeryDomainToAllDomains() {
        table.put(status(FIRST, "clinic", "*", SendingAs.OWN_ACCOUNT, 1));
        table.put(status(SECOND, "clinic", "a.example", SendingAs.NATIVE, 1));

        assertThat(sendingAs("clinic", "a.example")).isEqualTo(SendingAs.NATIVE);
        assertThat(sendingAs("clinic", "b.example")).isEqualTo(SendingAs.OWN_ACCOUNT);
        assertThat(table.find("other", "a.example")).isEmpty();
    }

    @Test
    void ignoresWhatIsOlderThanItKnows() {
        table.put(status(FIRST, "clinic", "a.example", SendingAs.FALLBACK, 5));
        table.put(status(FIRST, "clinic", "a.example", SendingAs.NATIVE, 4));

        assertThat(sendingAs("clinic", "a.example")).isEqualTo(SendingAs.FALLBACK);
    }

    @Test
    void believesANewRegistrationThatCountsFromOne() {
        table.put(status(FIRST, "clinic", "a.example", SendingAs.NATIVE, 5));
        table.put(status(SECOND, "clinic", "a.example", SendingAs.FALLBACK, 1));

        assertThat(sendingAs("clinic", "a.example")).isEqualTo(SendingAs.FALLBACK);
    }

    @Test
    void forgetsWhatIsRemoved() {
        table.put(status(FIRST, "clinic", "a.example", SendingAs.NATIVE, 5));

        table.remove("clinic/a.example");

        assertThat(table.find("clinic", "a.example")).isEmpty();
        assertThat(table.registrationsOf("a.example")).isEmpty();
    }

    @Test
    void findsEveryClinicOfADomain() {
        table.put(status(FIRST, "one", "a.example", SendingAs.NATIVE, 1));
        table.put(status(SECOND, "two", "a.example", SendingAs.FALLBACK, 1));

        assertThat(table.registrationsOf("a.example"))
                .extracting(SenderStatus::clinicId)
                .containsExactlyInAnyOrder("one", "two");
    }

    private SendingAs sendingAs(String clinicId, String domain) {
        return table.find(clinicId, domain).orElseThrow().sendingAs();
    }

    private static SenderStatus status(
            UUID domainId, String clinicId, String domain, SendingAs sendingAs, long sequence) {
        return new SenderStatus(
                UUID.randomUUID(),
                Instant.EPOCH,
                sequence,
                domainId,
                clinicId,
                domain,
                DomainStatus.PENDING,
                sendingAs,
                null,
                "test");
    }
}
