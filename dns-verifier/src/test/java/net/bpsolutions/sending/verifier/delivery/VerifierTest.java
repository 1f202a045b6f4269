package net.bpsolutions.sending.verifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.bpsolutions.sending.verifier.delivery.Requests.expected;
import static net.bpsolutions.sending.verifier.delivery.Requests.json;
import static net.bpsolutions.sending.verifier.delivery.Requests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.companion.ConsumerTask;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class VerifierTest {

    private static final String DEAD_LETTERS = "dns-check-requested.dns-verifier.dead-letter";

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
    void checksANewDomain() throws Exception {
        DomainRegistered registered = new DomainRegistered(
                UUID.randomUUID(),
                Instant.now(),
                UUID.randomUUID(),
                "clinic-1",
                new DomainName("good.example"),
                expected("good.example"));

        requests.send("domain-registered", "good.example", Requests.JSON.writeValueAsString(registered));

        ConsumerRecord<String, String> verdict = requests.verdict(registered.id());
        DnsChecked checked = read(verdict);
        assertThat(checked.records()).allMatch(record -> record.state() == RecordState.OK);
        assertThat(checked.records())
                .extracting(RecordCheck::name)
                .containsExactly("mte1._domainkey.good.example", "mte2._domainkey.good.example", "_dmarc.good.example");
        assertThat(verdict.key()).isEqualTo("good.example");
        assertThat(header(verdict, "ce_type")).isEqualTo("net.bpsolutions.sending.dns-checked.v1");
        assertThat(header(verdict, "ce_id")).isEqualTo(checked.id().toString());
        assertThat(header(verdict, "ce_source")).isEqualTo("/dns-verifier");
        assertThat(header(verdict, "content-type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            empty.example,     MISSING,  MISSING,              MISSING
            swapped.example,   WRONG,    SELECTORS_SWAPPED,    OK
            servfail.example,  UNKNOWN,  SERVFAIL,             UNKNOWN
            refused.example,   UNKNOWN,  REFUSED,              UNKNOWN
            silent.example,    UNKNOWN,  TIMEOUT,              UNKNOWN
            disagree.example,  UNKNOWN,  NAMESERVERS_DISAGREE, UNKNOWN
            nowhere.example,   MISSING,  NXDOMAIN,             MISSING
            """)
    void saysWhatIsWrong(String domain, RecordState first, String code, RecordState policy) throws Exception {
        DnsChecked checked = read(requests.verdict(requests.request(domain)));

        assertThat(checked.records().getFirst().state()).isEqualTo(first);
        assertThat(checked.records().getFirst().findings())
                .extracting(Finding::code)
                .containsExactly(code);
        assertThat(checked.records().getLast().state()).isEqualTo(policy);
    }

    @Test
    void fetchesATruncatedAnswerOverTcp() throws Exception {
        DnsChecked checked = read(requests.verdict(requests.request("truncated.example")));

        assertThat(checked.records().getLast().state()).isEqualTo(RecordState.CONFLICT);
        assertThat(checked.records().getLast().found()).hasSize(2);
    }

    @Test
    void judgesByTheServersThatAnswerAndNamesTheOther() throws Exception {
        DnsChecked checked = read(requests.verdict(requests.request("halfdead.example")));

        assertThat(checked.records())
                .extracting(RecordCheck::state)
                .containsExactly(RecordState.OK, RecordState.MISSING, RecordState.MISSING);
        assertThat(checked.records().getFirst().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("TIMEOUT");
            assertThat(finding.args()).containsEntry("servers", "ns2.halfdead.example");
        });
        assertThat(checked.nameservers()).containsExactlyInAnyOrder("ns1.halfdead.example", "ns2.halfdead.example");
    }

    @Test
    void doesNotHoldUpOthersForASilentDomain() throws Exception {
        UUID slow = requests.request("silent.example");
        UUID quick = requests.request("good.example");

        DnsChecked checked = read(requests.verdict(quick));

        assertThat(checked.records()).allMatch(record -> record.state() == RecordState.OK);
        assertThat(checked.occurredAt()).isBefore(read(requests.verdict(slow)).occurredAt());
    }

    @Test
    void givesTheSameEventIdWhenRedelivered() throws Exception {
        UUID cause = UUID.randomUUID();
        String request = json(cause, "good.example");

        requests.send("dns-check-requested", "good.example", request);
        requests.send("dns-check-requested", "good.example", request);

        await().atMost(Duration.ofSeconds(40)).until(() -> requests.find(cause).count() == 2);
        assertThat(requests.find(cause).map(verdict -> header(verdict, "ce_id")).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":                                                          | MALFORMED_JSON
            [1]                                                             | MALFORMED_JSON
            {"id":"x"}                                                      | MISSING_FIELD
            {"id":"x","occurredAt":"x","domain":"not a domain","expected":[]} | INVALID_VALUE
            """)
    void setsAsideWhatItCannotReadAndGoesOn(String poison, String reason) throws Exception {
        try (ConsumerTask<String, String> letters =
                requests.kafka.consumeStrings().fromTopics(DEAD_LETTERS)) {
            String unique = UUID.randomUUID().toString();
            requests.kafka
                    .produceStrings()
                    .fromRecords(new ProducerRecord<>("dns-check-requested", 0, unique, poison))
                    .awaitCompletion();

            read(requests.verdict(requests.request("good.example")));

            await().atMost(Duration.ofSeconds(40))
                    .until(() -> letters.stream()
                            .anyMatch(letter ->
                                    header(letter, "dead-letter-reason").equals(reason)));
            ConsumerRecord<String, String> letter = letters.stream()
                    .filter(each -> header(each, "dead-letter-reason").equals(reason))
                    .findFirst()
                    .orElseThrow();
            assertThat(letter.key()).isNull();
            assertThat(letter.value())
                    .contains("\"topic\":\"dns-check-requested\"")
                    .doesNotContain("not a domain");
            assertThat(header(letter, "dead-letter-topic")).isEqualTo("dns-check-requested");
        }
    }

    private static String header(ConsumerRecord<String, String> verdict, String name) {
        return new String(verdict.headers().lastHeader(name).value(), UTF_8);
    }
}
