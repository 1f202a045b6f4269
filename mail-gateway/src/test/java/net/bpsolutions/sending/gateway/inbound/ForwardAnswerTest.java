package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

/** Who is told what came of a message. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ForwardAnswerTest extends Journey {

    private static final String TOLD = "select count(*) from gateway.delivery where recipient like ?";

    @Test
    void tellsFewStrangersAboutOneMessageAndEverybodyElseAsBefore() throws Exception {
        EmbeddedParts.publish("shown.example", "@ TXT \"v=spf1 ip4:127.0.0.1 ip6:::1 -all\"");
        register("leaked.example");
        ask("jane@leaked.example");
        ReceivedChallenge message = challengeFor("jane@leaked.example");
        deliver("first@stranger.example", message.forwardedBy("first@stranger.example"));

        for (int i = 0; i < 20; i++) {
            String stranger = "victim" + i + "@stranger" + i + ".example";
            assertThat(deliver(stranger, message.forwardedBy(stranger))).startsWith("250");
        }
        deliver("it@shown.example", message.forwardedBy("it@shown.example"));
        deliver("joe@leaked.example", message.forwardedBy("joe@leaked.example"));

        soon().untilAsserted(() ->
                assertThat(subjectsTo("first@stranger.example")).containsExactly("Your domain is verified"));
        soon().untilAsserted(() ->
                assertThat(subjectsTo("it@shown.example")).containsExactly("Your domain was verified before"));
        soon().untilAsserted(() ->
                assertThat(subjectsTo("joe@leaked.example")).containsExactly("Your domain was verified before"));
        assertThat(EmbeddedParts.database().one(TOLD, "victim%@stranger%.example"))
                .isEqualTo("3");
    }
}
