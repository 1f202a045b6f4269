package net.bpsolutions.sending.gateway.authentication;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void keepsLittleOfWhatStrangersWriteHoweverMuchTheyWrite() {
        String signatures = IntStream.range(0, 128)
                .mapToObj(i -> "DKIM-Signature: v=1; a=rsa-sha256; d=" + "d".repeat(8_000 + i)
                        + "; s=s; h=from; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=abcd\r\n")
                .collect(Collectors.joining());
        byte[] mail = (signatures + new String(MAIL, ISO_8859_1)).getBytes(ISO_8859_1);
        Origin origin = new Origin("192.0.2.1", "mx.clinic.example", "jane@" + "l".repeat(900) + ".example");

        Authentication known = evaluate(new Zone(), "1h", origin, mail);

        assertThat(known.signatures()).hasSize(5).allMatch(kept -> kept.domain().equals("invalid"));
        assertThat(known.spfDomain()).isEqualTo("invalid");
        assertThat(known.summary()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void keepsTheSignaturesThatPassedFirst() {
        List<Authentication.Signature> signatures = new ArrayList<>(
                Collections.nCopies(9, new Authentication.Signature(Verdict.FAIL, "l".repeat(60) + ".example")));
        signatures.add(new Authentication.Signature(Verdict.PASS, "clinic.example"));

        Authentication known = new Authentication(Verdict.NONE, "", signatures, Verdict.NONE, true);

        assertThat(known.signatures()).hasSize(5);
        assertThat(known.summary()).startsWith("spf=none dkim=pass (clinic.example) dkim=fail (");
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
        return evaluate(dns, timeout, ORIGIN, MAIL);
    }

    private static Authentication evaluate(Dns dns, String timeout, Origin origin, byte[] mail) {
        return new Authenticator(dns, Settings.of(Map.of("gateway.authentication.timeout", timeout)))
                .evaluate(origin, new DomainName("clinic.example"), mail)
                .await()
                .atMost(Duration.ofSeconds(40));
    }
}
