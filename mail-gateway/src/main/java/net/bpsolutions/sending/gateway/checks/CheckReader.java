package net.bpsolutions.sending.gateway.checks;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.gateway.checks.CheckReading.Checked;
import net.bpsolutions.sending.gateway.checks.CheckReading.Refused;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads the verdicts of the verifier. */
@ApplicationScoped
class CheckReader {

    /** In presentation form, with escapes (RFC 1035 §5.1). */
    private static final Pattern OWNER_NAME = Pattern.compile("[!-~]{1,1012}");

    private final ObjectMapper json;
    private final Clock clock;

    CheckReader(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    CheckReading read(byte @Nullable [] value) {
        try {
            DnsChecked event = value == null ? null : json.readValue(value, DnsChecked.class);
            return event == null || lacksSomething(event) ? new Refused(Unreadable.MISSING_FIELD) : checked(event);
        } catch (JsonParseException notJson) {
            return new Refused(Unreadable.MALFORMED_JSON);
        } catch (IOException | IllegalArgumentException wrong) {
            return new Refused(
                    wrong.getCause() instanceof JsonParseException
                            ? Unreadable.MALFORMED_JSON
                            : Unreadable.INVALID_VALUE);
        }
    }

    private CheckReading checked(DnsChecked event) {
        RequiredRecords records = RequiredRecords.of(event.records());
        return records.byName().keySet().stream()
                        .allMatch(name -> OWNER_NAME.matcher(name).matches())
                ? new Checked(new CheckedDomain(event.domain(), time(event), records))
                : new Refused(Unreadable.INVALID_VALUE);
    }

    /** A clock that is ahead must not keep later checks from counting. */
    private Instant time(DnsChecked event) {
        Instant now = clock.instant();
        Instant told = event.occurredAt().isAfter(now) ? now : event.occurredAt();
        return told.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean lacksSomething(DnsChecked event) {
        return Stream.of(event.id(), event.occurredAt(), event.domain()).anyMatch(field -> field == null)
                || event.records().stream().anyMatch(CheckReader::lacksSomething);
    }

    private static boolean lacksSomething(RecordCheck check) {
        return Stream.of(check.purpose(), check.name(), check.state()).anyMatch(field -> field == null);
    }
}
