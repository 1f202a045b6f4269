package net.bpsolutions.sending.gateway.dispatch;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ViaRelayTest.OneRelayForAll.class)
@QuarkusTestResource(EmbeddedParts.class)
class ViaRelayTest {

    public static final class OneRelayForAll implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.relay.own-account", "true");
        }
    }

    @Inject
    SenderStatusView senders;

    @Test
    void sendsAnOwnAccountsMailUnchanged() {
        String recipient = Request.somebody();
        Request request = Request.of("jane@own-account.example", recipient);
        EmbeddedParts.bus().status(request.clinicId(), SenderStatus.ANY_DOMAIN, SendingAs.OWN_ACCOUNT, 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        senders.find(request.clinicId(), "own-account.example").isPresent());

        EmbeddedParts.bus().put(request);

        assertThat(EmbeddedParts.bus().await(request, ACCEPTED).sendingAs()).isEqualTo(SendingAs.OWN_ACCOUNT);
        assertThat(EmbeddedParts.relay().onlyMailTo(recipient))
                .contains("From: \"My Hearing Clinic\" <jane@own-account.example>\r\n")
                .doesNotContain("Reply-To:");
    }
}
