package net.bpsolutions.sending.verifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.verifier.VerifierConfig;
import net.bpsolutions.sending.verifier.check.CheckRequest;
import net.bpsolutions.sending.verifier.check.DomainCheck;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;

/**
 * Requests in, verdicts out. Many checks run at a time, so that a domain whose servers hang holds up nobody else, but the
 * checks of one domain keep their order. A request is acknowledged when the broker has its verdict, not before.
 */
@ApplicationScoped
class Verifier {

    static final String SERVICE = "dns-verifier";

    private static final RecordHeader SPEC_VERSION = header("ce_specversion", "1.0");
    private static final RecordHeader SOURCE = header("ce_source", "/" + SERVICE);
    private static final RecordHeader TYPE = header("ce_type", Topic.DNS_CHECKED.eventType());
    private static final RecordHeader CONTENT_TYPE = header("content-type", "application/json");
    private static final Logger LOG = Logger.getLogger(Verifier.class);

    private final DomainCheck check;
    private final DeadLetters deadLetters;
    private final EventJson json;
    private final InFlight inFlight;
    private final Outage outage;
    private final Measures measures;
    private final int concurrency;

    Verifier(
            DomainCheck check,
            DeadLetters deadLetters,
            EventJson json,
            InFlight inFlight,
            Outage outage,
            MeterRegistry meters,
            VerifierConfig config) {
        this.check = check;
        this.deadLetters = deadLetters;
        this.json = json;
        this.inFlight = inFlight;
        this.outage = outage;
        this.measures = new Measures(meters);
        this.concurrency = config.inFlight();
    }

    @Incoming("domain-registered")
    @Outgoing("dns-checked")
    Multi<Message<byte[]>> registered(Multi<Message<byte[]>> requests) {
        return verdicts(Topic.DOMAIN_REGISTERED, requests);
    }

    @Incoming("dns-check-requested")
    @Outgoing("dns-checked")
    Multi<Message<byte[]>> requested(Multi<Message<byte[]>> requests) {
        return verdicts(Topic.DNS_CHECK_REQUESTED, requests);
    }

    private Multi<Message<byte[]>> verdicts(Topic topic, Multi<Message<byte[]>> requests) {
        return requests.onItem()
                .transformToUni(request -> verdict(topic, request))
                .merge(concurrency);
    }

    /** The verdict to send, or nothing when there can be none; never fails. */
    private Uni<Message<byte[]>> verdict(Topic topic, Message<byte[]> request) {
        long start = System.nanoTime();
        Message<byte[]> tracked = inFlight.track(request);
        return switch (json.read(topic, request.getPayload())) {
            case EventJson.Read.Request(var asked) ->
                inFlight.inOrder(asked.domain(), () -> outage.outlast(() -> check.check(asked)))
                        .map(checked -> verdict(tracked, checked, start))
                        .onFailure()
                        .recoverWithUni(bug -> failed(topic, tracked, asked, bug));
            case EventJson.Read.Unreadable(var reason) -> park(topic, tracked, reason);
        };
    }

    /** Without what the request brought along: its headers could name another topic or partition. */
    private Message<byte[]> verdict(Message<byte[]> request, DnsChecked checked, long start) {
        measures.count(checked, Duration.ofNanos(System.nanoTime() - start));
        LOG.debugf("checked %s, eventId %s", checked.domain(), checked.id());
        return Message.of(
                json.write(checked),
                Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(checked.domain().value())
                        .withHeaders(headers(checked))
                        .build()),
                () -> request.ack(),
                failure -> request.nack(failure));
    }

    private Uni<Message<byte[]>> failed(Topic topic, Message<byte[]> request, CheckRequest asked, Throwable bug) {
        LOG.errorf(bug, "the check of %s failed, causeId %s", asked.domain(), asked.causeId());
        return park(topic, request, DeadLetterReason.PROCESSING_FAILED);
    }

    private Uni<Message<byte[]>> park(Topic topic, Message<byte[]> request, DeadLetterReason reason) {
        IncomingKafkaRecordMetadata<?, ?> record =
                request.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return deadLetters
                .park(topic, record, reason)
                .chain(() -> Uni.createFrom().completionStage(request.ack()))
                .replaceWith(Uni.createFrom().nullItem());
    }

    /** CloudEvents 1.0, binary mode. */
    private static List<RecordHeader> headers(DnsChecked checked) {
        return List.of(
                SPEC_VERSION,
                header("ce_id", checked.id().toString()),
                SOURCE,
                TYPE,
                header("ce_time", checked.occurredAt().toString()),
                CONTENT_TYPE);
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
