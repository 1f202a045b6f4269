package net.bpsolutions.sending.gateway.dispatch;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.junit.jupiter.api.Test;

/** Mails with files, of which few fit into the memory at a time. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LargeMailsTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String FILE = "[{\"name\": \"a.pdf\", \"content\": \"" + "A".repeat(300_000) + "\"}]";

    @Inject
    SenderStatusView senders;

    private final Bus bus = EmbeddedParts.bus();

    @Test
    void waitInTheLedgerWhileOthersFillTheMemoryAndSmallOnesDoNot() throws IOException {
        Request hanging = large("jane@own-large.example");
        Request large = large("jane@clinic.example");
        Request small = Request.of("jane@clinic.example", Request.somebody());
        String meanwhile;
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            hangUp(hanging.clinicId(), silent);
            bus.put(hanging);
            await().atMost(SOON).ignoreExceptions().until(() -> state(hanging).equals("SENDING"));
            bus.put(large);
            await().atMost(SOON).ignoreExceptions().until(() -> !state(large).isEmpty());

            bus.put(small);

            bus.await(small, ACCEPTED);
            meanwhile = state(large);
        }
        bus.await(large, ACCEPTED);
        assertThat(meanwhile).isEqualTo("WAITING");
    }

    /** Sends a clinic's mail to somebody who never greets. */
    private void hangUp(String clinicId, ServerSocket silent) {
        bus.status(clinicId, SenderStatus.ANY_DOMAIN, SendingAs.OWN_ACCOUNT, 1);
        await().atMost(SOON)
                .until(() -> senders.find(clinicId, SenderStatus.ANY_DOMAIN).isPresent());
        EmbeddedParts.accounts().write(clinicId, "host=localhost\ntls=none\nport=" + silent.getLocalPort() + "\n");
    }

    private static Request large(String from) {
        return Request.of(from, Request.somebody()).with("attachments", FILE);
    }

    private static String state(Request request) {
        return EmbeddedParts.database()
                .one(
                        "select state from gateway.delivery d join gateway.request r on r.key = d.request_key where request_id = ?",
                        request.id());
    }
}
