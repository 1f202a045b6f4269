package net.bpsolutions.sending.registry.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Test;

/** What is left of a look when nobody waits for it any more. */
@QuarkusTest
@WithTestResource(Parts.class)
class PreviewsTest {

    @Inject
    Previews previews;

    @Test
    void closesTheEarOfSomebodyWhoWentAway() throws Exception {
        String domain = "impatient-stranger.com";
        AtomicBoolean told = new AtomicBoolean();
        Cancellable look =
                previews.of(new DomainName(domain)).subscribe().with(_ -> told.set(true), _ -> told.set(true));
        await().until(() -> !World.on(Topic.DNS_CHECK_REQUESTED, domain).isEmpty());
        assertThat(isListening()).isTrue();

        look.cancel();
        World.publish(Topic.DNS_CHECKED, domain, answer(domain));

        await().until(() -> !isListening());
        assertThat(told).isFalse();
    }

    private static String answer(String domain) {
        String order = World.json(World.on(Topic.DNS_CHECK_REQUESTED, domain).getFirst())
                .path("id")
                .asText();
        return World.check(UUID.randomUUID(), domain, "OK", Instant.now())
                .put("causeId", order)
                .toString();
    }

    /** A consumer has its metrics until it is closed. */
    private static boolean isListening() throws MalformedObjectNameException {
        ObjectName ears = new ObjectName("kafka.consumer:type=consumer-metrics,client-id=domain-registry-preview");
        return ManagementFactory.getPlatformMBeanServer().isRegistered(ears);
    }
}
