package net.bpsolutions.sending.gateway.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Puts records on the broker as the world around us would, and keeps everything that comes out. */
public final class Bus {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new CopyOnWriteArrayList<>();
    private final Thread reader;

    Bus(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (consumer) {
            List<TopicPartition> partitions = List.of(
                            Topic.SEND_OUTCOMES.topicName(),
                            Topic.VERIFICATION_COMPLETED.topicName(),
                            Topic.CHECK_SUGGESTED.topicName(),
                            Topic.CHALLENGE_REQUESTED.deadLetter("mail-gateway"),
                            Topic.DNS_CHECKED.deadLetter("mail-gateway"),
                            Topic.SEND_REQUESTS.deadLetter("mail-gateway"),
                            Topic.SEND_CANCELLATIONS.deadLetter("mail-gateway"))
                    .stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
            }
        } catch (WakeupException end) {
            // The tests are over.
        }
    }

    /** Puts a record and waits until the broker has it. */
    public RecordMetadata put(Topic topic, @Nullable String key, byte @Nullable [] value) {
        try {
            return producer.send(new ProducerRecord<>(topic.topicName(), key, value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts plain JSON on {@code send-requests}, like a producer without any library of ours, in order per clinic. */
    public RecordMetadata put(Request request) {
        return put(Topic.SEND_REQUESTS, request.clinicId(), request.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until {@code outcome} was told of a request. */
    public SendOutcome await(Request request, Outcome outcome) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> with(outcome, request), told -> !told.isEmpty())
                .getLast();
    }

    private List<SendOutcome> with(Outcome outcome, Request request) {
        return outcomes(request.id()).stream()
                .filter(told -> told.outcome() == outcome)
                .toList();
    }

    /** Tells what the registry would tell. */
    public void status(String clinicId, String domain, SendingAs sendingAs, long sequence) {
        SenderStatus status = new SenderStatus(
                UUID.randomUUID(),
                Instant.now(),
                sequence,
                UUID.nameUUIDFromBytes((clinicId + domain).getBytes(StandardCharsets.UTF_8)),
                clinicId,
                domain,
                sendingAs == SendingAs.NATIVE ? DomainStatus.VERIFIED : DomainStatus.PENDING,
                sendingAs,
                null,
                "test");
        try {
            put(Topic.SENDER_STATUS, SenderStatus.key(clinicId, domain), JSON.writeValueAsBytes(status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to where the consumers of {@code group} have confirmed {@code record}'s partition. */
    public long committed(String group, RecordMetadata record) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(record.topic(), record.partition()));
            return offset == null ? 0 : offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every outcome told of a request so far. */
    public List<SendOutcome> outcomes(String requestId) {
        return seen.stream()
                .filter(record -> record.topic().equals(Topic.SEND_OUTCOMES.topicName()))
                .filter(record -> requestId.equals(record.key()))
                .map(record -> outcome(record.value()))
                .toList();
    }

    /** Everything published so far to a topic. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return seen.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    private static SendOutcome outcome(byte[] value) {
        try {
            return JSON.readValue(value, SendOutcome.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        consumer.wakeup();
        try {
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(2));
    }
}
