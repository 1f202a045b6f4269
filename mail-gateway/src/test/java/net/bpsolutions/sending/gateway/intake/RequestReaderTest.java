package net.bpsolutions.sending.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import net.bpsolutions.sending.gateway.ledger.Entry;
import net.bpsolutions.sending.gateway.ledger.RequestId;
import net.bpsolutions.sending.gateway.parts.Request;
import net.bpsolutions.sending.gateway.parts.Settings;
import org.junit.jupiter.api.Test;

class RequestReaderTest {

    private final Request request = Request.of("jane@clinic.example", "pat@example.org");

    @Test
    void answersEvenWhatBreaksIt() {
        RequestReader reader = new RequestReader(
                new ObjectMapper().registerModule(new JavaTimeModule()), Settings.of(Map.of()), new BrokenClock());

        Reading reading = reader.read(request.json().getBytes(UTF_8));

        assertThat(reading).isInstanceOfSatisfying(Reading.Understood.class, understood -> {
            assertThat(understood.entry().id()).isEqualTo(new RequestId(request.clinicId(), request.id()));
            assertThat(understood.entry().content()).isEqualTo(new Entry.Refused("", "invalid-field"));
        });
    }

    /** Any fault of ours. */
    private static final class BrokenClock extends Clock {
        @Override
        public ZoneId getZone() {
            throw new IllegalStateException("broken");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Instant instant() {
            throw new IllegalStateException("broken");
        }
    }
}
