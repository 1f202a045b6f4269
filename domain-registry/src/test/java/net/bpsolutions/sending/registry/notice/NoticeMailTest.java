package net.bpsolutions.sending.registry.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.DomainJson.FindingJson;
import net.bpsolutions.sending.registry.registration.DomainJson.OwnershipJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import org.junit.jupiter.api.Test;

class NoticeMailTest {

    private static final FindingJson WRONG =
            new FindingJson("SYNTAX", Severity.ERROR, "It is written wrong.", "Replace it.", "v=DMARC1; p=none");

    @Test
    void namesTheFirstRecordThatIsWrongAndTheValueToPaste() {
        NoticeMail mail = mail(
                NoticeKind.ATTENTION,
                0,
                true,
                record(RecordState.OK),
                record(RecordState.WRONG, WRONG),
                record(RecordState.MISSING));

        assertThat(mail.task())
                .isEqualTo(new NoticeMail.Task("It is written wrong.", "Replace it.", "v=DMARC1; p=none"));
        assertThat(mail.subject()).isEqualTo("clinic.com: a DNS record needs your attention");
    }

    @Test
    void passesOverAdvice() {
        RecordJson advice = new RecordJson(
                Purpose.SPF,
                RecordType.TXT,
                "clinic.com",
                "v=spf1",
                false,
                RecordState.WRONG,
                List.of(),
                List.of(WRONG));

        NoticeMail mail = mail(NoticeKind.SETUP, 0, false, advice, record(RecordState.OK));

        assertThat(mail.task().paste()).isEqualTo("verification@bp-solutions.net");
    }

    @Test
    void asksForTheProofOnceTheRecordsAreRight() {
        NoticeMail mail = mail(NoticeKind.SETUP, 1, false, record(RecordState.OK));

        assertThat(mail.task().fix()).contains("Domain verification", "forward");
        assertThat(mail.subject()).isEqualTo("clinic.com: still one step to go");
    }

    @Test
    void claimsNothingAboutWhatWasNotSeen() {
        NoticeMail mail = mail(NoticeKind.SETUP, 0, false, record(RecordState.UNKNOWN));

        assertThat(mail.task().wrong()).contains("not been able to see");
    }

    @Test
    void asksForNothingWhenOnlyWeCanDoSomething() {
        assertThat(mail(NoticeKind.ON_HOLD, 0, true, record(RecordState.WRONG, WRONG))
                        .task())
                .isNull();
    }

    private static NoticeMail mail(NoticeKind kind, int step, boolean proven, RecordJson... records) {
        DomainJson domain = new DomainJson(
                UUID.randomUUID(),
                "clinic-1",
                "clinic.com",
                DomainStatus.PENDING,
                SendingAs.FALLBACK,
                new OwnershipJson(proven, null, null),
                List.of(records),
                URI.create("https://setup.example/setup/token"),
                Instant.EPOCH,
                null,
                null,
                null);
        return new NoticeMail(kind, step, domain, "Blueprint Solutions", "verification@bp-solutions.net");
    }

    private static RecordJson record(RecordState state, FindingJson... findings) {
        return new RecordJson(
                Purpose.DMARC,
                RecordType.TXT,
                "_dmarc.clinic.com",
                "v=DMARC1; p=none",
                true,
                state,
                List.of(),
                List.of(findings));
    }
}
