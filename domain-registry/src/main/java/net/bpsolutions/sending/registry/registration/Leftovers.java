package net.bpsolutions.sending.registry.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.VendorConfig;
import net.bpsolutions.sending.registry.registration.RemovedJson.LeftoverJson;

/** What a clinic that leaves can take out of its zone: what it was asked to publish, under new and old instructions. */
@ApplicationScoped
class Leftovers {

    private static final Set<String> LEGACY =
            Set.of(FindingCode.LEGACY_KEY.name(), FindingCode.LEGACY_KEY_MALFORMED.name());

    private final Rules rules;
    private final VendorConfig vendor;

    Leftovers(Rules rules, RegistryConfig config) {
        this.rules = rules;
        this.vendor = config.vendor();
    }

    RemovedJson of(Registration registration) {
        Stream<LeftoverJson> selectors = rules.expected(registration.domainName()).stream()
                .filter(expected -> expected.purpose() == Purpose.DKIM)
                .map(Leftovers::leftover);
        return new RemovedJson(
                registration.id,
                registration.clinicId,
                registration.domain,
                Stream.of(selectors, token(registration), legacyKey(registration), include(registration))
                        .flatMap(part -> part)
                        .toList());
    }

    private Stream<LeftoverJson> token(Registration registration) {
        OwnershipToken token = rules.ownershipToken(registration);
        return token.isShownBy(registration.verdicts) || registration.dnsProofWanted
                ? Stream.of(leftover(token.expected(false)))
                : Stream.empty();
    }

    private Stream<LeftoverJson> legacyKey(Registration registration) {
        return registration.verdicts.stream()
                .flatMap(check -> check.findings().stream())
                .filter(finding -> LEGACY.contains(finding.code()))
                .limit(1)
                .map(_ -> new LeftoverJson(
                        Purpose.DKIM,
                        RecordType.TXT,
                        vendor.legacySelector() + "._domainkey." + registration.domain,
                        "v=DKIM1; …"));
    }

    private Stream<LeftoverJson> include(Registration registration) {
        return registration.verdicts.stream()
                .filter(check -> check.purpose() == Purpose.SPF)
                .flatMap(check -> check.found().stream())
                .filter(text -> OldInstructions.includes(text, vendor.spfInclude()))
                .limit(1)
                .map(_ -> new LeftoverJson(
                        Purpose.SPF, RecordType.TXT, registration.domain, "include:" + vendor.spfInclude()));
    }

    private static LeftoverJson leftover(ExpectedRecord expected) {
        return new LeftoverJson(expected.purpose(), expected.type(), expected.name(), expected.value());
    }
}
