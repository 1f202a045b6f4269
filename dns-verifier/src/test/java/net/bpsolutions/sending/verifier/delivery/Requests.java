package net.bpsolutions.sending.verifier.delivery;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.reactive.messaging.kafka.companion.ConsumerTask;
import io.smallrye.reactive.messaging.kafka.companion.KafkaCompanion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Asks for checks over the broker, and hears the verdicts. */
final class Requests implements AutoCloseable {

    static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    final KafkaCompanion kafka;
    private final ConsumerTask<String, String> verdicts;

    Requests(String bootstrapServers) {
        kafka = new KafkaCompanion(bootstrapServers);
        verdicts = kafka.consumeStrings().fromTopics("dns-checked");
    }

    UUID request(String domain) throws JsonProcessingException {
        UUID cause = UUID.randomUUID();
        send("dns-check-requested", domain, json(cause, domain));
        return cause;
    }

    static String json(UUID cause, String domain) throws JsonProcessingException {
        return json(cause, domain, expected(domain));
    }

    static String json(UUID cause, String domain, List<ExpectedRecord> expected) throws JsonProcessingException {
        return JSON.writeValueAsString(
                new DnsCheckRequested(cause, Instant.now(), new DomainName(domain), expected, CheckReason.ON_DEMAND));
    }

    void send(String topic, String key, String value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    void send(ProducerRecord<String, String> request) {
        kafka.produceStrings().fromRecords(request).awaitCompletion();
    }

    ConsumerRecord<String, String> verdict(UUID cause) {
        await().atMost(Duration.ofSeconds(30)).until(() -> find(cause).findAny().isPresent());
        return find(cause).findFirst().orElseThrow();
    }

    Stream<ConsumerRecord<String, String>> find(UUID cause) {
        return verdicts.stream().filter(verdict -> verdict.value().contains("\"causeId\":\"" + cause));
    }

    static DnsChecked read(ConsumerRecord<String, String> verdict) throws JsonProcessingException {
        return JSON.readValue(verdict.value(), DnsChecked.class);
    }

    static List<ExpectedRecord> expected(String domain) {
        return List.of(
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte1._domainkey." + domain, "dkim1.mandrillapp.com", true),
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte2._domainkey." + domain, "dkim2.mandrillapp.com", true),
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
    }

    @Override
    public void close() {
        verdicts.close();
        kafka.close();
    }
}
