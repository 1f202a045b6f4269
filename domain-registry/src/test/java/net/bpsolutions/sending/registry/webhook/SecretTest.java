package net.bpsolutions.sending.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {

    /** The example that libraries of Standard Webhooks check themselves with. */
    @Test
    void signsAsStandardWebhooksHasIt() {
        Secret secret = Secret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isLongEnoughAndNeverTheSame() {
        Secret one = Secret.fresh();

        assertThat(one.octets()).hasSizeBetween(24, 64);
        assertThat(one.text()).startsWith("whsec_").isNotEqualTo(Secret.fresh().text());
    }

    @Test
    void isNotWrittenToLogs() {
        Secret secret = Secret.fresh();

        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
        assertThat(""
                        + new WebhookSecretJson(
                                new WebhookJson(
                                        new java.util.UUID(0, 1),
                                        "u",
                                        null,
                                        null,
                                        java.time.Instant.EPOCH,
                                        null,
                                        null,
                                        null,
                                        null),
                                secret.text()))
                .doesNotContain(secret.text());
    }
}
