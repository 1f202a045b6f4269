import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts requests on Kafka, waits for as many verdicts, and only then reads them, so that reading costs the verifier
 * nothing. Reads "FILE ROUNDS" lines on standard input; answers "done" when the last verdict is there, and then "domains
 * seconds lost wrong duplicates".
 */
final class Requests {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(8);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> verdicts;

    private Requests(String brokers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", "20", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        verdicts = consumer.partitionsFor("dns-checked").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(verdicts);
    }

    public static void main(String[] args) throws Exception {
        Requests requests = new Requests(args[0]);
        System.out.println("ready");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                requests.run(Verdicts.read(words[0]), Integer.parseInt(words[1]));
            }
        }
        System.exit(0);
    }

    static List<ExpectedRecord> expected(String domain) {
        return List.of(
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte1._domainkey." + domain, "dkim1.mandrillapp.com", true),
                new ExpectedRecord(
                        Purpose.DKIM, RecordType.CNAME, "mte2._domainkey." + domain, "dkim2.mandrillapp.com", true),
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
    }

    private void run(Verdicts expected, int rounds) throws Exception {
        Map<TopicPartition, Long> before = consumer.endOffsets(verdicts);
        Map<String, String> asked = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String domain : expected.states().keySet()) {
                UUID cause = UUID.randomUUID();
                asked.put(cause.toString(), domain);
                DnsCheckRequested request = new DnsCheckRequested(
                        cause, Instant.now(), new DomainName(domain), expected(domain), CheckReason.SCHEDULED);
                producer.send(new ProducerRecord<>("dns-check-requested", domain, JSON.writeValueAsBytes(request)));
            }
        }
        producer.flush();
        long giveUp = System.nanoTime() + PATIENCE;
        while (count(before) < asked.size() && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        System.out.println("done");
        verify(expected, asked, before);
    }

    private long count(Map<TopicPartition, Long> before) {
        return consumer.endOffsets(verdicts).entrySet().stream()
                .mapToLong(end -> end.getValue() - before.get(end.getKey()))
                .sum();
    }

    private void verify(Verdicts expected, Map<String, String> asked, Map<TopicPartition, Long> before)
            throws IOException {
        Map<TopicPartition, Long> end = consumer.endOffsets(verdicts);
        before.forEach(consumer::seek);
        int total = asked.size();
        int wrong = 0;
        int duplicates = 0;
        long first = Long.MAX_VALUE;
        long last = 0;
        while (verdicts.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                JsonNode verdict = JSON.readTree(record.value());
                first = Math.min(first, record.timestamp());
                last = Math.max(last, record.timestamp());
                String domain = asked.remove(verdict.get("causeId").asText());
                if (domain == null) {
                    duplicates++;
                } else if (!domain.equals(verdict.get("domain").asText()) || !expected.matches(domain, states(verdict))) {
                    wrong++;
                    System.err.println(domain + " is " + new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        System.out.println(total + " " + (last - first) / 1e3 + " " + asked.size() + " " + wrong + " " + duplicates);
    }

    private static String states(JsonNode verdict) {
        return verdict.get("records").valueStream()
                .map(record -> record.get("state").asText())
                .collect(Collectors.joining(","));
    }
}
