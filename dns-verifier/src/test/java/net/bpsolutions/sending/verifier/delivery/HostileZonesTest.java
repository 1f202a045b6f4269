package net.bpsolutions.sending.verifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.companion.ConsumerTask;
import io.smallrye.reactive.messaging.kafka.companion.KafkaCompanion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
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

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private KafkaCompanion kafka;
    private ConsumerTask<String, String> verdicts;

    @BeforeEach
    void listen() {
        kafka = new KafkaCompanion(bootstrapServers);
        verdicts = kafka.consumeStrings().fromTopics("dns-checked");
    }

    @AfterEach
    void hangUp() {
        verdicts.close();
        kafka.close();
    }

    @Test
    void goesOnAfterADomainWhoseRecordsAreAllTooLarge() throws Exception {
        List<ExpectedRecord> many = IntStream.range(0, 32)
                .mapToObj(index -> new ExpectedRecord(
                        Purpose.DMARC, RecordType.TXT, "_dmarc.swollen.example", "v=DMARC1; p=none; x=" + index, true))
                .toList();
        UUID swollen = UUID.randomUUID();
        send("dns-check-requested", "good.example", json(swollen, "swollen.example", many));
        UUID next = request("good.example");

        ConsumerRecord<String, String> large = verdict(swollen);

        assertThat(read(large).records())
                .hasSize(32)
                .allMatch(record -> record.state() == RecordState.CONFLICT)
                .allMatch(record -> record.found().size() == 20);
        assertThat(large.value().getBytes(UTF_8)).hasSizeLessThan(512 * 1024);
        assertThat(read(verdict(next)).records()).allMatch(record -> record.state() == RecordState.OK);
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

        kafka.produceStrings().fromRecords(request).awaitCompletion();

        assertThat(verdict(cause).key()).isEqualTo("good.example");
        assertThat(read(verdict(request("good.example"))).records())
                .allMatch(record -> record.state() == RecordState.OK);
    }

    private UUID request(String domain) throws JsonProcessingException {
        UUID cause = UUID.randomUUID();
        send("dns-check-requested", domain, json(cause, domain));
        return cause;
    }

    private static String json(UUID cause, String domain) throws JsonProcessingException {
        return json(cause, domain, expected(domain));
    }

    private static String json(UUID cause, String domain, List<ExpectedRecord> expected)
            throws JsonProcessingException {
        return JSON.writeValueAsString(
                new DnsCheckRequested(cause, Instant.now(), new DomainName(domain), expected, CheckReason.ON_DEMAND));
    }

    private void send(String topic, String key, String value) {
        kafka.produceStrings()
                .fromRecords(new ProducerRecord<>(topic, key, value))
                .awaitCompletion();
    }

    private ConsumerRecord<String, String> verdict(UUID cause) {
        await().atMost(Duration.ofSeconds(30)).until(() -> find(cause).findAny().isPresent());
        return find(cause).findFirst().orElseThrow();
    }

    private Stream<ConsumerRecord<String, String>> find(UUID cause) {
        return verdicts.stream().filter(verdict -> verdict.value().contains("\"causeId\":\"" + cause));
    }

    private static DnsChecked read(ConsumerRecord<String, String> verdict) throws JsonProcessingException {
        return JSON.readValue(verdict.value(), DnsChecked.class);
    }

    private static List<ExpectedRecord> expected(String domain) {
        return List.of(
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte1._domainkey." + domain, "dkim1.mandrillapp.com", true),
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte2._domainkey." + domain, "dkim2.mandrillapp.com", true),
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
    }
}
