package net.bpsolutions.sending.gateway.authentication;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static net.bpsolutions.sending.gateway.authentication.Dns.Type.TXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimTest {

    private static final String MAIL =
            "From: jane@clinic.example\r\nSubject: Domain verification\r\nTo: v@vendor.example\r\n\r\nPlease.\r\n";

    /** By length: making one takes longer than all that is tested with it. */
    private static final Map<Integer, KeyPair> KEYS = new ConcurrentHashMap<>();

    private static final String KEY = "s._domainkey.clinic.example";

    private final Zone zone = new Zone();

    @ParameterizedTest
    @CsvSource({"1024, PASS", "2048, PASS", "768, FAIL", "512, FAIL"})
    void passesKeysFromTenTwentyFourBits(int bits, Verdict verdict) throws Exception {
        String signed = signed(MAIL, bits, "rsa-sha256", "");

        assertThat(verdicts(signed)).containsExactly(verdict);
    }

    @ParameterizedTest
    @CsvSource({"t=s, true", "t=y, false", "t=y:s, false", "t=s:y, false"})
    void takesKeyThatIsTriedOutForNone(String flags, boolean passes) throws Exception {
        String mail = signed(MAIL, 2048, "rsa-sha256", "");
        String key = ((Lookup.Answer) zone.lookup(KEY, TXT)).values().getFirst();
        zone.with(KEY, TXT, key.replace("k=rsa;", "k=rsa; " + flags + ";"));

        assertThat(verdicts(mail).contains(Verdict.PASS)).isEqualTo(passes);
    }

    @Test
    void neverPassesSha1() throws Exception {
        assertThat(verdicts(signed(MAIL, 2048, "rsa-sha1", ""))).doesNotContain(Verdict.PASS);
    }

    @Test
    void neverPassesSignatureOverPartOfTheBody() throws Exception {
        assertThat(verdicts(signed(MAIL, 2048, "rsa-sha256", " l=3;"))).doesNotContain(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@clinic", "verification", "Please"})
    void failsWhenChanged(String signedText) throws Exception {
        String changed = signed(MAIL, 2048, "rsa-sha256", "").replace(signedText, "x" + signedText);

        assertThat(verdicts(changed)).isNotEmpty().doesNotContain(Verdict.PASS);
    }

    @Test
    void failsWithRevokedKey() throws Exception {
        String mail = signed(MAIL, 2048, "rsa-sha256", "");
        zone.with(KEY, TXT, "v=DKIM1; p=");

        assertThat(verdicts(mail)).isNotEmpty().doesNotContain(Verdict.PASS);
    }

    @Test
    void doesNotKnowWhileDnsDoesNotAnswer() throws Exception {
        String mail = signed(MAIL, 2048, "rsa-sha256", "");
        zone.broken(KEY);

        assertThat(verdicts(mail)).containsExactly(Verdict.TEMPERROR);
    }

    @Test
    void asksForFewKeysHoweverManySignatures() throws Exception {
        String signature = signed(MAIL, 2048, "rsa-sha256", "").split("\r\nFrom:", 2)[0] + "\r\n";
        zone.asked.clear();

        assertThat(verdicts(signature.repeat(50) + MAIL)).hasSizeLessThanOrEqualTo(50);
        assertThat(zone.asked).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=ed25519-sha256; d=clinic.example; s=ed; h=from; bh=abcd; b=abcd;",
                "a=rsa-sha256; d=clinic.example; s=ed; h=from; bh=abcd; b=abcd;",
                "a=rsa-sha256; d=clinic.example; s=s; h=from; t=soon; bh=abcd; b=abcd;",
                "a=rsa-sha256; d=clinic.example; s=s; h=from; x=never; bh=abcd; b=abcd;",
                "a=rsa-sha256; d=clinic.example; s=s; h=from; l=all; bh=abcd; b=abcd;",
                "a=rsa-sha256; d=clinic.example; s=s; h=from; bh=%; b=%;",
                "a=rsa; d=clinic.example; s=s; h=from; bh=abcd; b=abcd;",
                "a=rsa-sha256; c=x/y/z; d=clinic.example; s=s; h=from; bh=abcd; b=abcd;",
                "a=rsa-sha256; d=clinic.example; s=s; h=from; i=%; q=dns/mx; bh=abcd; b=abcd;",
                "a=rsa-sha256; d=clinic.example; s=odd; h=from; bh=abcd; b=abcd;",
                "nonsense"
            })
    void passesGoodSignatureBesideOneThatIsNot(String other) throws Exception {
        String signed = signed(MAIL, 2048, "rsa-sha256", "");
        zone.with(
                        "ed._domainkey.clinic.example",
                        TXT,
                        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
                .with("odd._domainkey.clinic.example", TXT, "v=DKIM1; k=rsa; g=*; p=11qYAYKxCrfVS%");
        String bad = "DKIM-Signature: v=1; " + other + "\r\n";

        assertThat(verdicts(bad + signed)).contains(Verdict.PASS);
        assertThat(verdicts(signed.replace("\r\nFrom:", "\r\n" + bad + "From:")))
                .contains(Verdict.PASS);
    }

    @Test
    void neverPassesWhatDoesNotSignTheAuthor() throws Exception {
        String signed = signed(MAIL, 2048, "rsa-sha256", "");
        String unsigned = signed.replace("h=from:subject:to", "h=subject:to");

        assertThat(verdicts(unsigned)).doesNotContain(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no mail", "DKIM-Signature: \r\n\r\n", "DKIM-Signature: v=1; a=; b=%%%; h=from\r\n\r\nx"})
    void survivesNonsense(String mail) {
        assertThat(verdicts(mail)).doesNotContain(Verdict.PASS);
    }

    private List<Verdict> verdicts(String mail) {
        return new Dkim(zone)
                .check(mail.getBytes(ISO_8859_1)).stream()
                        .map(Dkim.Signature::verdict)
                        .toList();
    }

    private static KeyPair generate(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes the key and signs. */
    private String signed(String mail, int bits, String algorithm, String more) throws Exception {
        KeyPair keys = KEYS.computeIfAbsent(bits, DkimTest::generate);
        zone.with(
                KEY,
                TXT,
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        String template = "v=1; a=" + algorithm + "; c=relaxed/relaxed; d=clinic.example; s=s; h=from:subject:to;"
                + more + " bh=; b=;";
        DKIMSigner signer = new DKIMSigner(template, keys.getPrivate());
        return signer.sign(new ByteArrayInputStream(mail.getBytes(ISO_8859_1))) + "\r\n" + mail;
    }
}
