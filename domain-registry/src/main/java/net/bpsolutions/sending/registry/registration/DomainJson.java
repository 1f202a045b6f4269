package net.bpsolutions.sending.registry.registration;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.registry.precondition.Tagged;
import org.jspecify.annotations.Nullable;

/** A registration as OMS sees it (contract, design §5). */
@TemplateData
public record DomainJson(
        UUID id,
        String clinicId,
        String domain,
        DomainStatus status,
        SendingAs sendingAs,
        OwnershipJson ownership,
        List<RecordJson> records,
        URI setupUrl,
        Instant registeredAt,
        @Nullable Instant lastCheckedAt,
        @Nullable Instant nextCheckAt,
        @Nullable Instant verifiedAt,
        @Nullable Flag flag)
        implements Tagged {

    /** Whether and how the clinic has shown that the domain is its own. */
    @TemplateData
    public record OwnershipJson(
            boolean proven,
            @Nullable VerificationMethod method,
            @Nullable Instant provenAt,
            @Nullable TokenJson record) {}

    /** A TXT record that proves ownership as well as the verification message does; null when proof is not needed. */
    @TemplateData
    public record TokenJson(RecordType type, String name, String value) {}

    /** A record to publish, and what was found; {@code UNKNOWN} before the first check. */
    @TemplateData
    public record RecordJson(
            Purpose purpose,
            RecordType type,
            String name,
            String value,
            boolean required,
            RecordState state,
            List<String> found,
            List<FindingJson> findings) {}

    /**
     * One thing noticed about a record, in words.
     *
     * @param code the code of the finding
     * @param severity how much it matters
     * @param explanation what is so
     * @param why why it matters
     * @param fix what to do
     * @param technical the same, precisely, for whoever keeps the zone
     * @param suggested the value to paste, when it is not simply the expected one
     * @param args what the words were made from
     */
    @TemplateData
    public record FindingJson(
            String code,
            Severity severity,
            String explanation,
            String why,
            String fix,
            String technical,
            @Nullable String suggested,
            Map<String, String> args) {}
}
