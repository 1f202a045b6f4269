package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.authentication.Verdict;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Puzzle;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainingTest {

    @ParameterizedTest
    @CsvSource({
        "true, SOMETHING_ELSE, false, NONE, YES",
        "true, NO_KEY, false, NONE, YES",
        "false, SOMETHING_ELSE, true, PENDING, NO",
        "false, SOMETHING_ELSE, false, NONE, NO",
        "true, NOTHING_TO_PROVE, true, VERIFIED, YES",
        "false, NOTHING_TO_PROVE, true, VERIFIED, NO",
        "false, NO_KEY, true, PENDING, YES",
        "false, LINK_REPLACED, true, PENDING, YES",
        "false, NO_KEY, true, VERIFIED, NO",
        "false, NO_KEY, true, NONE, NO",
        "false, NO_KEY, false, NONE, NOT_YET",
        "false, OUTLOOK_FILE, false, PENDING, NOT_YET"
    })
    void tellsAuthorsWhoAreKnownOrWaitedFor(
            boolean aligned, Puzzle puzzle, boolean rebuilt, String status, Explaining expected) {
        Authentication known = new Authentication(Verdict.NONE, "", List.of(), Verdict.NONE, aligned);
        Correspondent jane = new Correspondent(new Address("jane@clinic.example"), known, "digest");

        assertThat(Explaining.of(jane, puzzle, registrations(rebuilt, status))).isEqualTo(expected);
    }

    private static SenderStatusView registrations(boolean rebuilt, String status) {
        return new SenderStatusView() {
            @Override
            public Optional<SenderStatus> find(String clinicId, String domain) {
                return Optional.empty();
            }

            @Override
            public List<SenderStatus> registrationsOf(String domain) {
                return status.equals("NONE") || !domain.equals("clinic.example")
                        ? List.of()
                        : List.of(registration(DomainStatus.valueOf(status)));
            }

            @Override
            public Set<String> ownAccountClinics() {
                return Set.of();
            }

            @Override
            public boolean rebuilt() {
                return rebuilt;
            }
        };
    }

    private static SenderStatus registration(DomainStatus status) {
        return new SenderStatus(
                UUID.randomUUID(),
                Instant.EPOCH,
                1,
                UUID.randomUUID(),
                "clinic-42",
                "clinic.example",
                status,
                SendingAs.FALLBACK,
                null,
                "test");
    }
}
