package net.bpsolutions.sending.verifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.bpsolutions.sending.verifier.delivery.Requests.json;
import static net.bpsolutions.sending.verifier.delivery.Requests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers put into DNS, and into the headers of a request. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class HostileZonesTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Requests requests;

    @BeforeEach
    void listen() {
        requests = new Requests(bootstrapServers);
    }

    @AfterEach
    void hangUp() {
        requests.close();
    }

    @Test
    void goesOnAfterADomainWhoseRecordsAreAllTooLarge() throws Exception {
        List<ExpectedRecord> many = IntStream.range(0, 32)
                .mapToObj(index -> new ExpectedRecord(
                        Purpose.DMARC, RecordType.TXT, "_dmarc.swollen.example", "v=DMARC1; p=none; x=" + index, true))
                .toList();
        UUID swollen = UUID.randomUUID();
        requests.send("dns-check-requested", "good.example", json(swollen, "swollen.example", many));
        UUID next = requests.request("good.example");

        ConsumerRecord<String, String> large = requests.verdict(swollen);

        assertThat(read(large).records())
                .hasSize(32)
                .allMatch(record -> record.state() == RecordState.CONFLICT)
                .allMatch(record -> record.found().size() == 20);
        assertThat(large.value().getBytes(UTF_8)).hasSizeLessThan(512 * 1024);
        assertThat(read(requests.verdict(next)).records()).allMatch(record -> record.state() == RecordState.OK);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            REPLY_TOPIC,     nowhere-at-all
            REPLY_PARTITION, '\u0000\u0000\u0000c'
            REPLY_PARTITION, '\u0001'
            """)
    void answersWhereItAlwaysDoesWhateverTheRequestSays(String header, String value) throws Exception {
        UUID cause = UUID.randomUUID();
        ProducerRecord<String, String> request =
                new ProducerRecord<>("dns-check-requested", "good.example", json(cause, "good.example"));
        request.headers().add(header, value.getBytes(UTF_8));

        requests.send(request);

        assertThat(requests.verdict(cause).key()).isEqualTo("good.example");
        assertThat(read(requests.verdict(requests.request("good.example"))).records())
                .allMatch(record -> record.state() == RecordState.OK);
    }
}
