package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;
import net.bpsolutions.sending.gateway.mail.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The link as gateways and mail programs leave it behind. */
class WrappedLinksTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String LINK = "https://gw.example/verify-domain?domain=my-clinic.example&key=" + KEY;
    private static final Proof PROOF = new Proof(new DomainName("my-clinic.example"), new VerificationKey(KEY));

    static Stream<String> wrapped() {
        String escaped = URLEncoder.encode(LINK, UTF_8);
        String safeLink = "https://eur01.safelinks.protection.outlook.com/?url=" + escaped + "&data=05%7C02&reserved=0";
        String proofpoint2 = "https://urldefense.proofpoint.com/v2/url?u="
                + LINK.replace("-", "%2D")
                        .replace("?", "%3F")
                        .replace("=", "%3D")
                        .replace("&", "%26")
                        .replace("%", "-")
                        .replace("/", "_")
                + "&d=DwMFaQ&c=x&r=y&m=z&s=q&e=";
        String runs = "https://urldefense.com/v3/__" + LINK.replace("&", "**B") + "__;"
                + Base64.getUrlEncoder().encodeToString("%26".getBytes(UTF_8)) + "!!AbC!xyz$";
        return Stream.of(
                LINK,
                safeLink,
                safeLink.replace("&", "&amp;"),
                "https://eur01.safelinks.protection.outlook.com/?url=" + URLEncoder.encode(safeLink, UTF_8) + "&data=1",
                "https://linkprotect.cudasvc.com/url?a=" + escaped + "&c=E,1,abc&typo=1",
                "https://www.google.com/url?q=" + escaped + "&source=gmail&ust=1",
                "https://urldefense.proofpoint.com/v1/url?u=" + escaped + "&k=1",
                proofpoint2,
                Wrapper.PROOFPOINT_3.around(LINK),
                runs,
                "https://urldefense.us/v2/url?d=DwM&u="
                        + LINK.replace("-", "-2D")
                                .replace("?", "-3F")
                                .replace("=", "-3D")
                                .replace("&", "-26"),
                "https://secure-web.cisco.com/1abc/" + escaped,
                "https://click.tracker.example/x?u="
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(LINK.getBytes(UTF_8)),
                "https://www.google.com/url?q=" + URLEncoder.encode(runs, UTF_8) + "&sa=D",
                LINK.replace("&", "&amp;"),
                LINK.replace("=", "=3D"),
                LINK.replace("abcdef", "abc=\r\ndef"),
                "> " + LINK.replace("abcdef", "abc\r\n> def"),
                "> > " + LINK.replace("domain=", "domain=\n> > "),
                "<" + LINK + ">",
                "[Verify](" + LINK + ")",
                LINK.replace(KEY, KEY.toUpperCase(java.util.Locale.ROOT)),
                LINK.replace("klm", "k\u200blm"));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void findsTheKey(String text) {
        assertThat(Proofs.in(mail("Please verify\n\n" + text + "\n\nBest regards\nJane")))
                .contains(PROOF);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 31})
    void findsNothingInPartOfIt(int characters) {
        String part = LINK.substring(0, LINK.length() - KEY.length() + characters);

        assertThat(Proofs.in(mail(part + "\n\n" + URLEncoder.encode(part, UTF_8) + ".")))
                .doesNotContain(PROOF);
    }

    @Test
    void tellsApartWhatCannotBeUndone() {
        assertThat(WrappedLinks.isUndecodable("https://protect-eu.mimecast.com/s/Abc?domain=x"))
                .isTrue();
        assertThat(WrappedLinks.isUndecodable("https://url.uk.m.mimecastprotect.com/s/Abc?domain=x"))
                .isTrue();
        assertThat(WrappedLinks.isUndecodable("https://protect.checkpoint.com/v2/r05/___myyux://x___.YzJl"))
                .isTrue();
        assertThat(WrappedLinks.isUndecodable("Scanned by https://www.mimecast.com/products"))
                .isFalse();
        assertThat(WrappedLinks.isUndecodable(LINK)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "urldefense.com/v3/__http://a.example/*b__;Iw!!x!y$,                http://a.example/#b",
        "urldefense.com/v3/__http://a.example/**Ab*.html__;w60j!!x!y$,      http://a.example/\u00edb#.html",
        "urldefense.com/v3/__http://a.example/**C.html__;w60jIw!!x!y$,      http://a.example/\u00ed##.html",
        "urldefense.com/v3/__http://a.example/?q=*2*3__;Iw!!x!y$,           http://a.example/?q=#2*3",
        "urldefense.us/v3/__http://a.example/__;!abc$,                      http://a.example/",
        "urldefense.com/v2/url?u=http-3A__a.example_-23-40x&d=a,            http://a.example/#@x"
    })
    void readsProofpoint(String wrapped, String link) {
        assertThat(new WrappedLinks().undone("see " + wrapped)).contains(link);
    }

    @Test
    void looksOnceThroughLinkThatNeverEnds() {
        String link = "https://" + "urldefense.com/v3/__".repeat(790) + "__;AAAA";

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 100; i++) {
                assertThat(Proofpoint.undone(link)).isEmpty();
            }
        });
    }

    @Test
    void countsWhatOneMailMayCost() {
        String heavy = "https://a.example/?x=" + "%2541&amp;amp;b=aHR0cHM6Ly9hLmV4YW1wbGUv".repeat(200);
        WrappedLinks links = new WrappedLinks();

        long characters = 0;
        for (int text = 0; text < 200; text++) {
            characters += links.undone(heavy + text).stream()
                    .mapToLong(String::length)
                    .sum();
        }

        assertThat(characters).isPositive().isLessThan(5_000_000);
    }

    @Test
    void comesToAnEndHoweverOftenWrapped() {
        String link = LINK;
        for (int i = 0; i < 12; i++) {
            link = "https://a.example/?u=" + URLEncoder.encode(link, UTF_8);
        }

        assertThat(new WrappedLinks().undone(link.repeat(3)))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(WrappedLinks.MAX_LINKS);
    }

    private static InboundMail mail(String text) {
        return new InboundMail(new Address("it@helper.example"), "Fwd", false, List.of(text));
    }
}
