package net.bpsolutions.sending.gateway.authentication;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.parts.Settings;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private static final Origin ORIGIN = new Origin("192.0.2.1", "mx.clinic.example", "jane@clinic.example");
    private static final byte[] MAIL = "From: jane@clinic.example\r\nSubject: x\r\n\r\nhello\r\n".getBytes(ISO_8859_1);

    @Test
    void findsOutWhoSentIt() {
        Zone zone = new Zone().with("clinic.example", Dns.Type.TXT, "v=spf1 ip4:192.0.2.1 -all");

        Authentication known = evaluate(zone, "1h");

        assertThat(known.aligned()).isTrue();
        assertThat(known.summary()).isEqualTo("spf=pass (clinic.example) dkim=none dmarc=none");
    }

    @Test
    void waitsNoLongerThanTheSenderMayHaveTo() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();

        Authentication known = evaluate(
                (name, type) -> {
                    questions.incrementAndGet();
                    hang(never);
                    return new Lookup.Unavailable();
                },
                "1s");

        never.countDown();
        assertThat(known).isEqualTo(Authentication.UNKNOWN);
        await().during(Duration.ofMillis(300)).until(() -> questions.get() == 1);
    }

    @Test
    void knowsNothingWhenSomethingBreaks() {
        assertThat(evaluate(
                                (name, type) -> {
                                    throw new IllegalStateException("broken");
                                },
                                "1h")
                        .aligned())
                .isFalse();
    }

    private static void hang(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Authentication evaluate(Dns dns, String timeout) {
        return new Authenticator(dns, Settings.of(Map.of("gateway.authentication.timeout", timeout)))
                .evaluate(ORIGIN, new DomainName("clinic.example"), MAIL)
                .await()
                .atMost(Duration.ofSeconds(40));
    }
}
