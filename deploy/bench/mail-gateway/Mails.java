import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Asks for mails and waits for their outcomes. Reads "NAME COUNT RATE" lines on standard input (a rate of 0: as fast as can
 * be); answers "done" when the last outcome is there, and then "seconds lost doubled p50 p99", times from the record to the
 * booked outcome, in milliseconds.
 */
final class Mails {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(8);

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> outcomes;

    private Mails(String brokers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", "5"),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        outcomes = consumer.partitionsFor("send-outcomes").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(outcomes);
    }

    public static void main(String[] args) throws Exception {
        Mails mails = new Mails(args[0]);
        System.out.println("ready");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                mails.run(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            }
        }
        System.exit(0);
    }

    private void run(String name, int count, int rate) throws Exception {
        Map<TopicPartition, Long> before = consumer.endOffsets(outcomes);
        Map<String, Instant> asked = new HashMap<>();
        Instant first = Instant.now();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (rate > 0) {
                LockSupport.parkNanos(begun + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime());
            }
            String id = name + "-" + i;
            asked.put(id, Instant.now());
            producer.send(new ProducerRecord<>("send-requests", "clinic-" + i % 100, request(id, i)));
        }
        producer.flush();
        long giveUp = System.nanoTime() + PATIENCE;
        while (told(before) < count && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        System.out.println("done");
        report(first, asked, before);
    }

    private long told(Map<TopicPartition, Long> before) {
        return consumer.endOffsets(outcomes).entrySet().stream()
                .mapToLong(end -> end.getValue() - before.get(end.getKey()))
                .sum();
    }

    private void report(Instant first, Map<String, Instant> asked, Map<TopicPartition, Long> before) throws Exception {
        Map<TopicPartition, Long> ends = consumer.endOffsets(outcomes);
        before.forEach(consumer::seek);
        Map<String, Instant> accepted = new HashMap<>();
        int doubled = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                JsonNode outcome = JSON.readTree(record.value());
                Instant at = Instant.parse(outcome.path("occurredAt").asText());
                if (outcome.path("outcome").asText().equals("ACCEPTED")
                        && accepted.put(outcome.path("requestId").asText(), at) != null) {
                    doubled++;
                }
            }
        }
        long[] micros = accepted.entrySet().stream()
                .mapToLong(one -> Duration.between(asked.get(one.getKey()), one.getValue()).toNanos() / 1000)
                .sorted()
                .toArray();
        Instant last = accepted.values().stream().max(Instant::compareTo).orElse(first);
        System.out.printf(
                "%.3f %d %d %.1f %.1f%n",
                Duration.between(first, last).toMillis() / 1000.0,
                asked.size() - accepted.size(),
                doubled,
                quantile(micros, 0.5),
                quantile(micros, 0.99));
    }

    private static double quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1000.0;
    }

    private static String request(String id, int number) {
        char[] line = new char[70];
        Arrays.fill(line, 'x');
        String text = (new String(line) + "\\n").repeat(8);
        return """
                {"id": "%s", "clinicId": "clinic-%d", "from": {"name": "My Hearing Clinic", "address": "jane@clinic-%d.example"},
                 "to": [{"name": "Pat Doe", "address": "pat-%d@example.org"}], "subject": "Your appointment on Tuesday",
                 "text": "%s", "category": "reminder"}""".formatted(id, number % 100, number % 100, number, text);
    }
}
