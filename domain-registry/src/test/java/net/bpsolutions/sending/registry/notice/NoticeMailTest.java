package net.bpsolutions.sending.registry.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import net.bpsolutions.sending.registry.registration.DomainJson.TokenJson;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeMailTest {

    private static final FindingJson WRONG = new FindingJson(
            "SYNTAX",
            Severity.ERROR,
            "It is written wrong.",
            "Nobody can read it.",
            "Replace it.",
            "",
            "v=DMARC1; p=none",
            Map.of());

    private static final Words WORDS = new Words();
    private static final TokenJson PROOF = new TokenJson(RecordType.TXT, "_bp-x.clinic.com", "token");

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
                .isEqualTo(new NoticeMail.Task(
                        "It is written wrong.", "Nobody can read it.", "Replace it.", "v=DMARC1; p=none"));
        assertThat(mail.subject()).isEqualTo("clinic.com: a DNS record needs your attention");
    }

    @Test
    void saysWhatIsWrongBeforeWhatIsRemarkable() {
        FindingJson remark = new FindingJson(
                "LEGACY_KEY", Severity.INFO, "An old key is there.", "", "Take it out.", "", null, Map.of());
        FindingJson warning =
                new FindingJson("WILDCARD", Severity.WARNING, "A wildcard answers.", "", "Look.", "", null, Map.of());

        NoticeMail mail = mail(NoticeKind.SETUP, 0, true, record(RecordState.WRONG, remark, WRONG, warning));

        assertThat(task(mail).wrong()).isEqualTo("It is written wrong.");
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

        assertThat(task(mail).paste()).isEqualTo("verification@bp-solutions.net");
    }

    @Test
    void asksForTheProofOnceTheRecordsAreRight() {
        NoticeMail mail = mail(NoticeKind.SETUP, 1, false, record(RecordState.OK));

        assertThat(task(mail).fix()).contains("Domain verification", "forward");
        assertThat(mail.subject()).isEqualTo("clinic.com: still one step to go");
    }

    @Test
    void claimsNothingAboutWhatWasNotSeen() {
        NoticeMail mail = mail(NoticeKind.SETUP, 0, false, record(RecordState.UNKNOWN));

        assertThat(task(mail).wrong()).contains("not been able to see");
    }

    @Test
    void asksForNothingWhenOnlyWeCanDoSomething() {
        assertThat(mail(NoticeKind.ON_HOLD, 0, true, record(RecordState.WRONG, WRONG))
                        .task())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void isCalledForUnlessTheClinicHasDoneAllItCan(NoticeKind kind) {
        assertThat(mail(kind, 1, true, record(RecordState.OK)).isCalledFor()).isEqualTo(kind != NoticeKind.SETUP);
        assertThat(mail(kind, 1, false, record(RecordState.OK)).isCalledFor()).isTrue();
        assertThat(mail(kind, 1, true, record(RecordState.MISSING)).isCalledFor())
                .isTrue();
    }

    private static NoticeMail.Task task(NoticeMail mail) {
        return Objects.requireNonNull(mail.task());
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void speaksTheLanguageThatIsSet(NoticeKind kind) {
        NoticeMail english = mail(kind, 0, false, record(RecordState.OK));
        NoticeMail german = mail(Language.GERMAN, kind, 0, false, record(RecordState.OK));

        assertThat(german.subject()).startsWith("clinic.com: ").isNotEqualTo(english.subject());
        assertThat(german.situation()).contains("clinic.com", "Ihre").doesNotContain("{0}");
        assertThat(mail(Language.GERMAN, NoticeKind.SETUP, 2, false, record(RecordState.OK))
                        .subject())
                .isEqualTo("clinic.com: noch ein Schritt");
        assertThat(task(mail(Language.GERMAN, NoticeKind.SETUP, 2, false, record(RecordState.OK)))
                        .fix())
                .contains("\"Domain verification\"", "leiten Sie");
    }

    private static NoticeMail mail(NoticeKind kind, int step, boolean proven, RecordJson... records) {
        return mail(Language.ENGLISH, kind, step, proven, records);
    }

    private static NoticeMail mail(
            Language language, NoticeKind kind, int step, boolean proven, RecordJson... records) {
        DomainJson domain = new DomainJson(
                UUID.randomUUID(),
                "clinic-1",
                "clinic.com",
                DomainStatus.PENDING,
                SendingAs.FALLBACK,
                new OwnershipJson(proven, null, null, proven ? null : PROOF),
                List.of(records),
                URI.create("https://setup.example/setup/token"),
                Instant.EPOCH,
                null,
                null,
                null,
                null);
        return new NoticeMail(
                kind, step, domain, WORDS.pages(language), "Blueprint Solutions", "verification@bp-solutions.net");
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
