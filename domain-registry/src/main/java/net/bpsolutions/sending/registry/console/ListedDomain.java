package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list.
 *
 * @param claimed whether another clinic has proven the domain, and this one has to do so by DNS
 */
@TemplateData
public record ListedDomain(
        UUID id,
        String domain,
        String clinicId,
        DomainStatus status,
        SendingAs sendingAs,
        Instant statusSince,
        Instant registeredAt,
        @Nullable Instant lastCheckedAt,
        boolean flagged,
        boolean claimed) {

    /** For the style of the status. */
    public String tone() {
        return Said.tone(status);
    }

    /** Since when it has the status. */
    public String since() {
        return Utc.seconds(statusSince);
    }

    /** When DNS was asked last. */
    public String checked() {
        return lastCheckedAt == null ? "never" : Utc.seconds(lastCheckedAt);
    }

    /** What is special about it. */
    public List<String> marks() {
        return Stream.of(
                        Optional.of("look-alike").filter(_ -> flagged),
                        Optional.of("second claim").filter(_ -> claimed))
                .flatMap(Optional::stream)
                .toList();
    }
}
