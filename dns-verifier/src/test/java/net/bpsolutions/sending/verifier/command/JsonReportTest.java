package net.bpsolutions.sending.verifier.command;

import static net.bpsolutions.sending.verifier.command.RecordChecks.CLINIC;
import static net.bpsolutions.sending.verifier.command.RecordChecks.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void isOneLineForEveryReader() throws Exception {
        String found = "a\u2028b\u0085c\nd\u001be ö 😀 \\u0041";
        UUID id = UUID.randomUUID();

        String line = new JsonReport()
                .of(new DnsChecked(
                        id,
                        Instant.EPOCH,
                        id,
                        CLINIC,
                        List.of(check(0, RecordState.WRONG, List.of(found))),
                        List.of(),
                        null));

        assertThat(line).matches("[\\x20-\\x7e]*\n");
        assertThat(new ObjectMapper().readTree(line).at("/records/0/found/0").textValue())
                .isEqualTo(found);
    }
}
