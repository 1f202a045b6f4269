package net.bpsolutions.sending.registry.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.registration.DomainJson.FindingJson;
import net.bpsolutions.sending.registry.registration.DomainJson.OwnershipJson;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import net.bpsolutions.sending.registry.registration.DomainJson.TokenJson;
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
        return new DomainJson(
                registration.id,
                registration.clinicId,
                registration.domain,
                registration.status,
                registration.sendingAs,
                ownership(registration),
                records(registration, registration.verdicts),
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
        ExpectedRecord token = rules.ownershipToken(registration).expected(true);
        return new OwnershipJson(
                false,
                null,
                null,
                rules.wantsProof(registration) ? new TokenJson(token.type(), token.name(), token.value()) : null);
    }

    /** What is expected of the registration, beside {@code verdicts}. */
    public List<RecordJson> records(Registration registration, List<RecordCheck> verdicts) {
        DomainName domain = registration.domainName();
        List<RecordCheck> told =
                OldInstructions.remark(verdicts, config.vendor().spfInclude());
        return rules.shown(registration).stream()
                .map(expected -> told.stream()
                        .filter(check -> check.purpose() == expected.purpose()
                                && check.name().equals(expected.name()))
                        .findFirst()
                        .map(check -> record(domain, expected, check))
                        .orElseGet(() -> record(domain, expected, unseen(expected))))
                .toList();
    }

    private static RecordCheck unseen(ExpectedRecord expected) {
        return new RecordCheck(expected.purpose(), expected.name(), RecordState.UNKNOWN, List.of(), null, List.of());
    }

    private RecordJson record(DomainName domain, ExpectedRecord expected, RecordCheck check) {
        return new RecordJson(
                expected.purpose(),
                expected.type(),
                expected.name(),
                expected.value(),
                expected.required(),
                check.state(),
                check.found(),
                check.findings().stream()
                        .map(finding -> finding(domain, expected, check, finding))
                        .toList());
    }

    private FindingJson finding(DomainName domain, ExpectedRecord expected, RecordCheck check, Finding finding) {
        Wording wording = words.of(finding, domain, expected, check.found());
        return new FindingJson(
                finding.code(),
                finding.severity(),
                wording.explanation(),
                wording.fix(),
                finding.args().get("suggested"));
    }
}
