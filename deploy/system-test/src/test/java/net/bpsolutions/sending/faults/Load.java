package net.bpsolutions.sending.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.StringSerializer;

/** Ten clinics whose reminders flow all the time; the first five are verified, and three of them lose it on the way. */
final class Load implements AutoCloseable {

    static final int CLINICS = 10;
    private static final int VERIFIED = 5;

    private final KafkaProducer<String, String> producer;
    private final Random random;
    private final int longestDelay;
    private final String run;
    private final List<History.Asked> asked = new CopyOnWriteArrayList<>();
    private final List<History.Cancelled> cancelled = new CopyOnWriteArrayList<>();
    private final List<History.Status> statuses = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong();

    /** @param longestDelay of what is for later */
    Load(String bootstrap, long seed, Duration longestDelay) {
        this.longestDelay = Math.toIntExact(longestDelay.toSeconds());
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "acks", "all",
                        "linger.ms", 5,
                        "max.block.ms", 120_000,
                        "delivery.timeout.ms", 180_000),
                new StringSerializer(),
                new StringSerializer());
        random = new Random(seed);
        run = Long.toString(seed);
    }

    List<History.Asked> asked() {
        return asked;
    }

    List<History.Cancelled> cancelled() {
        return cancelled;
    }

    List<History.Status> statuses() {
        return statuses;
    }

    void verify() {
        for (int clinic = 0; clinic < VERIFIED; clinic++) {
            say(clinic, true);
        }
    }

    /** The registry takes a clinic's name back, or gives it back. */
    void say(int clinic, boolean usable) {
        Instant from = Instant.now();
        String status = """
                {"id": "%s", "occurredAt": "%s", "sequence": %d, "domainId": "%s", "clinicId": "%s", "domain": "%s",
                 "status": "%s", "sendingAs": "%s", "previousStatus": null, "cause": "test"}""".formatted(
                        UUID.randomUUID(),
                        Instant.now(),
                        sequence.incrementAndGet(),
                        UUID.nameUUIDFromBytes(name(clinic).getBytes(UTF_8)),
                        name(clinic),
                        domain(clinic),
                        usable ? "VERIFIED" : "LAPSED",
                        usable ? "NATIVE" : "FALLBACK");
        put(Topic.SENDER_STATUS, name(clinic) + "/" + domain(clinic), status);
        statuses.add(new History.Status(name(clinic), domain(clinic), usable, from, Instant.now()));
    }

    /**
     * A hundred requests: some of them twice, some with an id that was taken, some cancelled, some for later, some with
     * little time or none, and among them what cannot be read.
     */
    void hundred() {
        List<Runnable> acknowledged = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            acknowledged.add(one(asked.size() + i));
        }
        acknowledged.forEach(Runnable::run);
    }

    private Runnable one(int number) {
        int clinic = random.nextInt(CLINICS);
        // Every clinic, now and then, in the name of the first one's domain.
        String from = "jane@" + domain(random.nextInt(20) == 0 ? 0 : clinic);
        Instant now = Instant.now();
        boolean later = random.nextInt(10) == 0;
        History.Asked request = new History.Asked(
                name(clinic),
                "run-" + run + "-" + number,
                from,
                "pat-" + number + "@example.org",
                later ? now.plusSeconds(random.nextInt(longestDelay)) : null,
                now.plus(lifetime()),
                random.nextInt(40) == 0);
        if (random.nextInt(25) == 0) {
            cancel(request);
        }
        if (random.nextInt(50) == 0) {
            put(Topic.SEND_REQUESTS, request.clinic(), "{\"id\": ");
        }
        String json = json(request);
        var sent = producer.send(new ProducerRecord<>(Topic.SEND_REQUESTS.topicName(), request.clinic(), json));
        var repeated = random.nextInt(10) == 0
                ? producer.send(new ProducerRecord<>(Topic.SEND_REQUESTS.topicName(), request.clinic(), json))
                : sent;
        var clash = request.clash()
                ? producer.send(new ProducerRecord<>(
                        Topic.SEND_REQUESTS.topicName(), request.clinic(), json.replace("\"pat-", "\"clash-")))
                : sent;
        return () -> {
            try {
                sent.get();
                asked.add(request);
                repeated.get();
                clash.get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException("a request was not acknowledged", e);
            }
        };
    }

    /** Something for every partition that nobody can read. */
    void nudge() {
        for (PartitionInfo info : producer.partitionsFor(Topic.SEND_REQUESTS.topicName())) {
            var _ = producer.send(new ProducerRecord<>(info.topic(), info.partition(), null, "{"));
        }
        producer.flush();
    }

    private Duration lifetime() {
        return switch (random.nextInt(30)) {
            case 0 -> Duration.ofSeconds(1 + random.nextInt(9));
            case 1 -> Duration.ofSeconds(-10);
            default -> Duration.ofHours(1);
        };
    }

    /** Whoever reads it first: a record of another topic may be overtaken, so it counts only if it came in time. */
    private void cancel(History.Asked request) {
        put(
                Topic.SEND_CANCELLATIONS,
                request.clinic(),
                "{\"clinicId\": \"%s\", \"requestId\": \"%s\"}".formatted(request.clinic(), request.id()));
        cancelled.add(new History.Cancelled(request.clinic(), request.id(), Instant.now()));
    }

    private static String json(History.Asked request) {
        return """
                {"id": "%s", "clinicId": "%s", "from": {"name": "A Clinic", "address": "%s"},
                 "to": [{"name": "Pat", "address": "%s"}], "subject": "Your appointment", "text": "See you.\\n.\\nBye",
                 "category": "reminder", "sendAt": %s, "expiresAt": "%s"}""".formatted(
                        request.id(),
                        request.clinic(),
                        request.from(),
                        request.recipient(),
                        request.sendAt() == null ? "null" : "\"" + request.sendAt() + "\"",
                        request.expiresAt());
    }

    private void put(Topic topic, String key, String value) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(int clinic) {
        return "clinic-" + clinic;
    }

    private static String domain(int clinic) {
        return "clinic-" + clinic + ".example";
    }

    @Override
    public void close() {
        producer.close();
    }
}
