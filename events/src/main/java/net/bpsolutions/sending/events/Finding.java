package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * One thing noticed about a record; a code with arguments, never prose.
 *
 * @param code a code of {@link FindingCode}; a reader must expect codes it does not know
 * @param severity how much it matters
 * @param args what the words need: {@code found}, {@code expected}, {@code position}, {@code suggested}, {@code tryAfter}, …
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Finding(String code, Severity severity, Map<String, String> args) {

    /** Copies the collections, so that the event cannot change. */
    public Finding {
        args = Map.copyOf(args);
    }
}
