package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.kafka.companion.KafkaCompanion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What stands around the registry: OMS, the verifier and the gateway. */
public final class World {

    private static final ObjectMapper JSON = new ObjectMapper();

    private World() {}

    /** OMS with every role. */
    public static RequestSpecification oms() {
        return caller(Tokens.all());
    }

    /** Somebody with a token. */
    public static RequestSpecification caller(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** Registers and gives the answer. */
    public static Response register(String clinicId, String domain) {
        return oms().body(JSON.createObjectNode()
                        .put("clinicId", clinicId)
                        .put("domain", domain)
                        .toString())
                .post("/v1/domains");
    }

    /** Registers and gives the id. */
    public static String registered(String clinicId, String domain) {
        return register(clinicId, domain).then().statusCode(201).extract().path("id");
    }

    /** The resource as it is now. */
    public static JsonNode resource(String id) {
        return parse(
                oms().get("/v1/domains/" + id).then().statusCode(200).extract().asByteArray());
    }

    /** The path of its setup page. */
    public static String setupPath(String id) {
        return URI.create(resource(id).path("setupUrl").asText()).getPath();
    }

    /** Waits until the resource has the status. */
    public static JsonNode eventually(String id, String status) {
        return await().until(
                        () -> resource(id),
                        resource -> resource.path("status").asText().equals(status));
    }

    /** The verifier reports; every record is in the same state. */
    public static UUID checked(String domain, String state, Instant at) {
        UUID id = UUID.randomUUID();
        publish(Topic.DNS_CHECKED, domain, check(id, domain, state, at).toString());
        return id;
    }

    /** The verifier reports on many domains at once. */
    public static void checked(List<String> domains, String state, Instant at) {
        publish(domains.stream()
                .map(domain -> new ProducerRecord<>(
                        Topic.DNS_CHECKED.topicName(),
                        domain,
                        check(UUID.randomUUID(), domain, state, at).toString()))
                .toList());
    }

    /** What the verifier would report. */
    public static ObjectNode check(UUID id, String domain, String state, Instant at) {
        ObjectNode check = JSON.createObjectNode()
                .put("id", id.toString())
                .put("occurredAt", at.toString())
                .put("causeId", UUID.randomUUID().toString())
                .put("domain", domain)
                .putNull("dnsHost");
        check.putArray("nameservers").add("ns1.example.net");
        ArrayNode records = check.putArray("records");
        entry(records, "DKIM", "mte1._domainkey." + domain, state);
        entry(records, "DKIM", "mte2._domainkey." + domain, state);
        entry(records, "DMARC", "_dmarc." + domain, state);
        return check;
    }

    private static void entry(ArrayNode records, String purpose, String name, String state) {
        ObjectNode entry =
                records.addObject().put("purpose", purpose).put("name", name).put("state", state);
        entry.putArray("found");
        entry.putNull("ttl");
        ArrayNode findings = entry.putArray("findings");
        if (!state.equals("OK")) {
            findings.addObject()
                    .put("code", state.equals("UNKNOWN") ? "TIMEOUT" : "MISSING")
                    .put("severity", "ERROR")
                    .putObject("args");
        }
    }

    /** The gateway reports a proof. */
    public static void proven(String domainId, String clinicId, String domain, String method) {
        ObjectNode proof = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("occurredAt", Instant.now().toString())
                .put("domainId", domainId)
                .put("clinicId", clinicId)
                .put("domain", domain)
                .put("method", method)
                .put("evidence", "test");
        publish(Topic.VERIFICATION_COMPLETED, domain, proof.toString());
    }

    /** Puts a record on a topic. */
    public static void publish(Topic topic, String key, String value) {
        publish(List.of(new ProducerRecord<>(topic.topicName(), key, value)));
    }

    /** Puts several records on one partition of a topic, in order. */
    public static void publish(Topic topic, List<String> values) {
        publish(values.stream()
                .map(value -> new ProducerRecord<>(topic.topicName(), 0, "one-after-the-other", value))
                .toList());
    }

    /** Puts several records on a topic; each value by its key. */
    public static void publish(Topic topic, Map<String, String> values) {
        publish(values.entrySet().stream()
                .map(value -> new ProducerRecord<>(topic.topicName(), value.getKey(), value.getValue()))
                .toList());
    }

    private static void publish(List<ProducerRecord<String, String>> records) {
        try (KafkaCompanion companion = new KafkaCompanion(broker())) {
            companion.produceStrings().fromRecords(records).awaitCompletion();
        }
    }

    /** Every record of a topic whose key is {@code key}, in order. */
    public static List<ConsumerRecord<String, byte[]>> on(Topic topic, String key) {
        return everythingOn(topic.topicName()).stream()
                .filter(found -> key.equals(found.key()))
                .toList();
    }

    /** Every record of a topic. */
    public static List<ConsumerRecord<String, byte[]>> everythingOn(String topic) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    /** Where what was parked stands; a record that is read twice may have two letters. */
    static Set<String> parked(List<ConsumerRecord<String, byte[]>> letters) {
        return letters.stream()
                .map(World::json)
                .map(letter -> letter.path("topic").asText()
                        + '-'
                        + letter.path("partition").asInt()
                        + '@'
                        + letter.path("offset").asLong())
                .collect(toUnmodifiableSet());
    }

    /** A record's value as JSON. */
    public static JsonNode json(ConsumerRecord<String, byte[]> found) {
        return parse(found.value());
    }

    /** A record's header as text. */
    public static String header(ConsumerRecord<String, byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), UTF_8);
    }

    private static String broker() {
        return value("KAFKA_BOOTSTRAP_SERVERS");
    }

    private static String value(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static JsonNode parse(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
