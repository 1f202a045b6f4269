package net.bpsolutions.sending.verifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.companion.ConsumerTask;
import io.smallrye.reactive.messaging.kafka.companion.KafkaCompanion;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OutageTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final int MORE_THAN_IN_FLIGHT = 150;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "verifier.resolvers")
    String resolver;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Intake intake;

    private KafkaCompanion kafka;
    private ConsumerTask<String, String> verdicts;

    @BeforeEach
    void listen() {
        kafka = new KafkaCompanion(bootstrapServers);
        verdicts = kafka.consumeStrings().fromTopics("dns-checked");
    }

    @AfterEach
    void hangUp() throws Exception {
        resolverIs("well");
        verdicts.close();
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "failing"})
    void takesNothingWhileNoResolverAnswersAndMissesNothingAfterwards(String mood) throws Exception {
        resolverIs(mood);
        Set<UUID> asked = new HashSet<>();
        for (int each = 0; each < MORE_THAN_IN_FLIGHT; each++) {
            asked.add(request("good.example"));
        }

        await().atMost(Duration.ofSeconds(30)).until(intake::isHeld);
        assertThat(status("/q/health/ready")).isEqualTo(200);
        assertThat(of(asked)).isEmpty();

        resolverIs("well");
        await().atMost(Duration.ofSeconds(40)).until(() -> of(asked).size() >= asked.size());
        assertThat(of(asked)).hasSize(asked.size()).allMatch(OutageTest::isGood);
        assertThat(of(asked).stream().map(DnsChecked::causeId)).doesNotHaveDuplicates();
        assertThat(intake.isHeld()).isFalse();
    }

    @Test
    void doesNotTakeADomainWithSilentServersForAnOutage() throws Exception {
        resolverIs("well");

        UUID silent = request("silent.example");

        await().atMost(Duration.ofSeconds(40)).until(() -> !of(Set.of(silent)).isEmpty());
        assertThat(intake.isHeld()).isFalse();
        assertThat(of(Set.of(silent)).getFirst().records())
                .extracting(record -> record.state())
                .contains(RecordState.UNKNOWN);
    }

    private void resolverIs(String mood) throws Exception {
        SimpleResolver direct = new SimpleResolver(ServerAddress.of(resolver).socket());
        direct.setTimeout(Duration.ofSeconds(5));
        direct.send(Message.newQuery(Record.newRecord(Name.fromString(mood + ".switch."), Type.TXT, DClass.IN)));
    }

    private UUID request(String domain) throws Exception {
        DnsCheckRequested request = new DnsCheckRequested(
                UUID.randomUUID(),
                Instant.now(),
                new DomainName(domain),
                List.of(new ExpectedRecord(
                        Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true)),
                CheckReason.SCHEDULED);
        kafka.produceStrings()
                .fromRecords(new ProducerRecord<>("dns-check-requested", domain, JSON.writeValueAsString(request)))
                .awaitCompletion();
        return request.id();
    }

    private List<DnsChecked> of(Set<UUID> asked) {
        return verdicts.stream()
                .map(OutageTest::read)
                .filter(checked -> asked.contains(checked.causeId()))
                .toList();
    }

    private static boolean isGood(DnsChecked checked) {
        return checked.records().stream().allMatch(record -> record.state() == RecordState.OK);
    }

    private int status(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static DnsChecked read(ConsumerRecord<String, String> verdict) {
        try {
            return JSON.readValue(verdict.value(), DnsChecked.class);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
