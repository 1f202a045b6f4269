package net.bpsolutions.sending.registry.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.registration.DomainJson.FindingJson;
import net.bpsolutions.sending.registry.registration.DomainJson.OwnershipJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import net.bpsolutions.sending.registry.registration.DomainJson.TokenJson;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Sentences;
import net.bpsolutions.sending.registry.words.Wording;
import net.bpsolutions.sending.registry.words.Words;

/** Presents registrations: what is expected now beside what was seen last, findings in words. */
@ApplicationScoped
public class Presenter {

    private final RegistryConfig config;
    private final Rules rules;
    private final Words words;

    Presenter(RegistryConfig config, Rules rules, Words words) {
        this.config = config;
        this.rules = rules;
        this.words = words;
    }

    /** The registration as OMS sees it. */
    public DomainJson present(Registration registration) {
        return present(registration, Language.ENGLISH);
    }

    /** The registration, with its findings in a language. */
    public DomainJson present(Registration registration, Language language) {
        return new DomainJson(
                registration.id,
                registration.clinicId,
                registration.domain,
                registration.status,
                registration.sendingAs,
                ownership(registration),
                records(registration, registration.verdicts, language),
                URI.create(config.publicUrl() + "/setup/" + registration.setupToken),
                registration.registeredAt,
                registration.lastCheckedAt,
                registration.nextCheckAt,
                registration.verifiedAt,
                registration.flag);
    }

    private OwnershipJson ownership(Registration registration) {
        Proof proof = registration.proof;
        if (proof != null) {
            return new OwnershipJson(true, proof.method(), proof.at(), null);
        }
        return new OwnershipJson(false, null, null, rules.wantsProof(registration) ? token(registration) : null);
    }

    private TokenJson token(Registration registration) {
        ExpectedRecord token = rules.ownershipToken(registration).expected(true);
        return new TokenJson(token.type(), token.name(), token.value());
    }

    /** What is expected of the registration, beside {@code verdicts}. */
    public List<RecordJson> records(Registration registration, List<RecordCheck> verdicts) {
        return records(registration, verdicts, Language.ENGLISH);
    }

    /** What may be made better though it is not expected: a SPF record that was looked at for its old include. */
    public Optional<RecordJson> advice(Registration registration, Language language) {
        return advice(registration.domainName(), registration.verdicts, language);
    }

    /** The same of a domain, whoever it belongs to. */
    public Optional<RecordJson> advice(DomainName domain, List<RecordCheck> verdicts, Language language) {
        ExpectedRecord spf = ExpectedRecords.spf(domain, config.vendor());
        return verdicts.stream()
                .filter(check ->
                        check.purpose() == Purpose.SPF && !check.found().isEmpty())
                .filter(_ -> !config.vendor().spfAdvice())
                .findFirst()
                .map(check -> record(domain, spf, check, words.findings(language)));
    }

    /** What is expected of a domain, whoever it belongs to, beside {@code verdicts}. */
    public List<RecordJson> records(DomainName domain, List<RecordCheck> verdicts, Language language) {
        return records(domain, rules.expected(domain), verdicts, language);
    }

    private List<RecordJson> records(Registration registration, List<RecordCheck> verdicts, Language language) {
        return records(registration.domainName(), rules.shown(registration), verdicts, language);
    }

    private List<RecordJson> records(
            DomainName domain, List<ExpectedRecord> shown, List<RecordCheck> verdicts, Language language) {
        Sentences sentences = words.findings(language);
        List<RecordCheck> told =
                OldInstructions.remark(verdicts, config.vendor().spfInclude());
        return shown.stream()
                .map(expected -> told.stream()
                        .filter(check -> check.purpose() == expected.purpose()
                                && check.name().equals(expected.name()))
                        .findFirst()
                        .map(check -> record(domain, expected, check, sentences))
                        .orElseGet(() -> record(domain, expected, unseen(expected), sentences)))
                .toList();
    }

    private static RecordCheck unseen(ExpectedRecord expected) {
        return new RecordCheck(expected.purpose(), expected.name(), RecordState.UNKNOWN, List.of(), null, List.of());
    }

    private static RecordJson record(
            DomainName domain, ExpectedRecord expected, RecordCheck check, Sentences sentences) {
        return new RecordJson(
                expected.purpose(),
                expected.type(),
                expected.name(),
                expected.value(),
                expected.required(),
                check.state(),
                check.found(),
                check.findings().stream()
                        .map(finding -> finding(finding, sentences.of(finding, domain, expected, check.found())))
                        .toList());
    }

    private static FindingJson finding(Finding finding, Wording wording) {
        return new FindingJson(
                finding.code(),
                finding.severity(),
                wording.explanation(),
                wording.why(),
                wording.fix(),
                wording.technical(),
                finding.args().get("suggested"),
                finding.args());
    }
}
