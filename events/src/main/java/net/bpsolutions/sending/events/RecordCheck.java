package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one expected record.
 *
 * @param purpose as expected
 * @param name the owner name, as expected
 * @param state the verdict
 * @param found what is there, in presentation form; empty when nothing is
 * @param ttl the TTL of what was found, in seconds; null when nothing was
 * @param findings what the reader should fix first comes first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordCheck(
        Purpose purpose,
        String name,
        RecordState state,
        List<String> found,
        @Nullable Long ttl,
        List<Finding> findings) {

    /** Copies the collections, so that the event cannot change. */
    public RecordCheck {
        found = List.copyOf(found);
        findings = List.copyOf(findings);
    }
}
