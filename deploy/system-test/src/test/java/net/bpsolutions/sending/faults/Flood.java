package net.bpsolutions.sending.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Far more mail than the relay takes, and a small heap. Minutes long: {@code make faults} runs it, not every build. */
class Flood {

    private static final int REQUESTS = Integer.getInteger("faults.flood", 50_000);

    /** Twenty slots in two gateways, four replies for each mail: five mails a second. */
    private static final Duration EACH_REPLY = Duration.ofSeconds(1);

    @Test
    void takesEverythingInWhileTheRelayCrawls() throws Exception {
        Path folder =
                Path.of("target/faults/flood-" + Instant.now().toEpochMilli()).toAbsolutePath();
        Files.createDirectories(folder);
        try (Stage stage = new Stage(folder);
                Load load = new Load(stage.bootstrap, 50)) {
            stage.relay.crawl(EACH_REPLY);
            while (load.asked().size() < REQUESTS) {
                load.hundred();
            }

            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> Collected.ledger(stage.jdbcUrl()).size()
                            == load.asked().size());

            System.out.println("flood: " + load.asked().size() + " taken in, "
                    + stage.relay.received().size() + " sent meanwhile");
            stage.awaitReady();
            assertThat(stage.gateways).allMatch(Part::alive);
            assertThat(stage.relay.received()).isNotEmpty();
        }
    }
}
