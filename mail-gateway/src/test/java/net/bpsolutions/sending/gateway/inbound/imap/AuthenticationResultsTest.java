package net.bpsolutions.sending.gateway.inbound.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.authentication.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {

    private static final DomainName AUTHOR = new DomainName("clinic.example");

    @Test
    void readsAllThreeMethods() {
        Authentication known = about("""
                Authentication-Results: mx.vendor.example;
                       dkim=pass header.i=@clinic.example header.s=s1 header.b=AbC;
                       spf=pass (mx.vendor.example: domain of jane@clinic.example designates 192.0.2.1 as permitted sender)
                        smtp.mailfrom=jane@clinic.example;
                       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=clinic.example
                Received: from a by b
                """);

        assertThat(known.aligned()).isTrue();
        assertThat(known.summary())
                .isEqualTo("spf=pass (clinic.example) dkim=pass (clinic.example) dmarc=pass")
                .doesNotContain("jane");
    }

    @Test
    void readsFieldsThatFiltersWroteApart() {
        Authentication known = about("""
                Authentication-Results: mx.vendor.example 1; dmarc=fail header.from=clinic.example
                Authentication-Results: MX.VENDOR.EXAMPLE; dkim=pass header.d=mail.clinic.example
                Authentication-Results: mx.vendor.example; spf=softfail smtp.mailfrom=bulk.example
                Received: from a by b
                """);

        assertThat(known.summary()).isEqualTo("spf=softfail (bulk.example) dkim=pass (mail.clinic.example) dmarc=fail");
        assertThat(known.aligned()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication-Results: other.example; dmarc=pass header.from=clinic.example\n",
                "Authentication-Results: mx.vendor.example.evil.example; dmarc=pass header.from=clinic.example\n",
                "Authentication-Results: (mx.vendor.example) evil.example; dmarc=pass header.from=clinic.example\n",
                "Authentication-Results: mx.vendor.example; none~Received: a~"
                        + "Authentication-Results: mx.vendor.example; dmarc=pass header.from=clinic.example~",
                "Authentication-Results: mx.vendor.example; spf=fail reason=\"a; dmarc=pass header.from=clinic.example\"\n",
                "Authentication-Results: mx.vendor.example; spf=pass smtp.mailfrom=\"; dmarc=pass header.from=clinic.example;\"@evil.example\n",
                "Authentication-Results: mx.vendor.example; spf=fail (x; dmarc=pass header.from=clinic.example\n",
                "Authentication-Results: mx.vendor.example; dkim=pass header.d=evil.example; dmarc=pass header.from=evil.example\n",
                "Authentication-Results: mx.vendor.example; dkim=pass header.d=inic.example\n",
                "Authentication-Results: mx.vendor.example; dkim=pass header.d=example\n",
                "Authentication-Results: mx.vendor.example; xdkim=pass header.d=clinic.example; dkim=passx header.d=clinic.example\n",
                "X-Authentication-Results: mx.vendor.example; dmarc=pass header.from=clinic.example\n",
                "Subject: nothing\n"
            })
    void believesNoForgery(String header) {
        assertThat(about(header).aligned()).isFalse();
    }

    @Test
    void believesNobodyWhenNobodyIsConfigured() {
        String header = "Authentication-Results: mx.vendor.example; dmarc=pass header.from=clinic.example\n\n";

        assertThat(AuthenticationResults.of(HeaderFields.of(header.getBytes(US_ASCII)), "")
                        .about(AUTHOR))
                .isEqualTo(Authentication.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"pass, PASS", "temperror, TEMPERROR", "neutral, NEUTRAL", "hardfail, NONE"})
    void knowsTheWordsOfResults(String word, Verdict verdict) {
        assertThat(about("Authentication-Results: mx.vendor.example; spf=" + word + " smtp.mailfrom=x.example\n")
                        .spf())
                .isEqualTo(verdict);
    }

    private static Authentication about(String header) {
        byte[] mail = (header.replace("~", "\n").replace("\n", "\r\n") + "\r\nx\r\n").getBytes(US_ASCII);
        return AuthenticationResults.of(HeaderFields.of(mail), "mx.vendor.example")
                .about(AUTHOR);
    }
}
