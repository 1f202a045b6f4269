package net.bpsolutions.sending.verifier.dkim;

import static java.math.BigInteger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyRecordTest {

    private static final String RSA = Keys.material(2048);
    private static final BigInteger E = BigInteger.valueOf(65537);

    static Stream<Arguments> usable() {
        String folded = RSA.substring(0, 70) + " \r\n\t" + RSA.substring(70, 200) + "\n" + RSA.substring(200);
        return Stream.of(
                argumentSet("nothing but the key", "p=" + RSA, 2048),
                argumentSet("spaces wherever they may be", " v = DKIM1 ;\tk =\r\n rsa ; p = " + RSA + " ; ", 2048),
                argumentSet("a folded key", "v=DKIM1; p=" + folded, 2048),
                argumentSet("tags of others", "v=DKIM1; g=*; n=it's \\ (a) note; x1=; p=" + RSA, 2048),
                argumentSet("tag names of others in capitals", "V=DKIM9; p=" + RSA, 2048),
                argumentSet("semicolons too many", "v=DKIM1;; p=" + RSA + ";;", 2048),
                argumentSet("an algorithm in capitals", "k=RSA; p=" + RSA, 2048),
                argumentSet("mail among the services", "s=tlsrpt : email; p=" + RSA, 2048),
                argumentSet("every service", "s=*; p=" + RSA, 2048),
                argumentSet("the hash among others", "h=sha1 :\tSHA256 : sha512; p=" + RSA, 2048),
                argumentSet("a key as PKCS #1 has it", "k=rsa; p=" + Keys.bareMaterial(), 2048),
                argumentSet("padding", "p=" + Keys.material(1024 + 512), 1536),
                argumentSet(
                        "the longest key",
                        "p=" + Keys.material(ONE.shiftLeft(16_383).add(ONE), E),
                        16_384),
                argumentSet("Ed25519", "k=ed25519; p=" + Keys.encoded(new byte[32]), 256));
    }

    @ParameterizedTest
    @MethodSource("usable")
    void readsWhatReceiversRead(String text, int bits) {
        assertThat(KeyRecord.read(text))
                .isInstanceOfSatisfying(
                        KeyRecord.Usable.class, key -> assertThat(key.bits()).isEqualTo(bits));
    }

    static Stream<Arguments> invalid() {
        String whole = "v=DKIM1; p=" + RSA;
        return Stream.of(
                argumentSet("nothing", "", KeyFault.KEY_MISSING, 1),
                argumentSet("no key", "v=DKIM1; k=rsa", KeyFault.KEY_MISSING, 15),
                argumentSet("a key in capitals", "v=DKIM1; P=" + RSA, KeyFault.KEY_MISSING, whole.length() + 1),
                argumentSet("another version", "v=DKIM2; p=" + RSA, KeyFault.VERSION, 3),
                argumentSet("the version in lower case", "v=dkim1; p=" + RSA, KeyFault.VERSION, 3),
                argumentSet("an escaped semicolon", "v=DKIM1\\; p=" + RSA, KeyFault.VERSION, 3),
                argumentSet("the version later", "k=rsa; v=DKIM1; p=" + RSA, KeyFault.VERSION_NOT_FIRST, 10),
                argumentSet("no tag", "v=DKIM1; rsa; p=" + RSA, KeyFault.SYNTAX, 10),
                argumentSet("a tag twice", "v=DKIM1; p=; p=" + RSA, KeyFault.SYNTAX, 14),
                argumentSet("a name that is none", "v=DKIM1; 1x=a; p=" + RSA, KeyFault.SYNTAX, 10),
                argumentSet("other services", "v=DKIM1; s=chat; p=" + RSA, KeyFault.SERVICE, 12),
                argumentSet("services that only look so", "v=DKIM1; s=emails; p=" + RSA, KeyFault.SERVICE, 12),
                argumentSet("other hashes", "v=DKIM1; h=sha1; p=" + RSA, KeyFault.HASH, 12),
                argumentSet("another algorithm", "k=dsa; p=" + RSA, KeyFault.ALGORITHM, 3),
                argumentSet("a foreign character", "v=DKIM1; p=MIIB*" + RSA, KeyFault.BASE64, 16),
                argumentSet("no-break spaces", "v=DKIM1; p=MIIB\u00a0IjAN", KeyFault.BASE64, 16),
                argumentSet("Base64 for URLs", "v=DKIM1; p=MI_B", KeyFault.BASE64, 14),
                argumentSet("padding amid", "p=MII=" + RSA, KeyFault.BASE64, 7),
                argumentSet("padding too long", "p=M===", KeyFault.BASE64, 6),
                argumentSet("cut off", "p=" + RSA.substring(0, 101), KeyFault.BASE64, 104),
                argumentSet("cut off between groups", "p=" + RSA.substring(0, 100), KeyFault.NOT_A_KEY, 3),
                argumentSet("more than a key", "p=" + RSA + "AAAA", KeyFault.NOT_A_KEY, 3),
                argumentSet("RSA for other signatures", "p=" + Keys.pssMaterial(), KeyFault.NOT_A_KEY, 3),
                argumentSet("an elliptic curve", "p=" + Keys.ellipticMaterial(), KeyFault.NOT_A_KEY, 3),
                argumentSet("Ed25519 for RSA", "p=" + Keys.encoded(new byte[32]), KeyFault.NOT_A_KEY, 3),
                argumentSet("RSA for Ed25519", "k=ed25519; p=" + RSA, KeyFault.NOT_A_KEY, 14),
                argumentSet("half an Ed25519", "k=ed25519; p=" + Keys.encoded(new byte[16]), KeyFault.NOT_A_KEY, 14));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void saysWhyNobodyCanUseIt(String text, KeyFault fault, int position) {
        assertThat(KeyRecord.read(text)).isEqualTo(new KeyRecord.Invalid(fault, position));
    }

    static Stream<Arguments> noKeys() {
        BigInteger modulus = ONE.shiftLeft(2047).add(ONE);
        return Stream.of(
                argumentSet("an even modulus", modulus.add(ONE), E),
                argumentSet("a negative modulus", modulus.negate(), E),
                argumentSet("no modulus", BigInteger.ZERO, E),
                argumentSet(
                        "a modulus longer than anybody takes",
                        ONE.shiftLeft(16_384).add(ONE),
                        E),
                argumentSet("an exponent of one", modulus, ONE),
                argumentSet("an even exponent", modulus, BigInteger.TWO),
                argumentSet(
                        "an exponent longer than anybody takes",
                        modulus,
                        ONE.shiftLeft(64).add(ONE)),
                argumentSet("an exponent as long as the modulus", modulus, modulus));
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void refusesNumbersThatMakeNoKey(BigInteger modulus, BigInteger exponent) {
        assertThat(KeyRecord.read("p=" + Keys.material(modulus, exponent)))
                .isEqualTo(new KeyRecord.Invalid(KeyFault.NOT_A_KEY, 3));
    }

    @Test
    void readsARevokedKeyAsRevokedWhateverElseItSays() {
        assertThat(KeyRecord.read("v=DKIM1; k=unknown; s=chat; p= ; t=y")).isEqualTo(new KeyRecord.Revoked());
    }

    @Test
    void readsTheFlagForTestsAmongOthers() {
        assertThat(KeyRecord.read("t= s : y; p=" + RSA)).extracting("testing").isEqualTo(true);
        assertThat(KeyRecord.read("t=s:yes; p=" + RSA)).extracting("testing").isEqualTo(false);
    }

    @Test
    void recognisesWhatIsMeantForAKey() {
        assertThat(KeyRecord.isMeant("v=DKIM1; p=")).isTrue();
        assertThat(KeyRecord.isMeant("k=rsa; P=AAAA")).isTrue();
        assertThat(KeyRecord.isMeant("v=DMARC1; p=none")).isFalse();
        assertThat(KeyRecord.isMeant("v=spf1 -all")).isFalse();
    }

    static Stream<Arguments> huge() {
        return Stream.of(
                argumentSet("tags", "a%d=b;"),
                argumentSet("spaces", "   %d"),
                argumentSet("semicolons", ";;;;%d"),
                argumentSet("a key", "p=MIIB%d "));
    }

    /** Ten times what a TXT record can hold: whatever grows with the square of it would take minutes. */
    @ParameterizedTest
    @MethodSource("huge")
    void takesTimeInProportionToTheLength(String piece) {
        StringBuilder text = new StringBuilder("p=");
        for (int index = 0; text.length() < 650_000; index++) {
            text.append(piece.formatted(index));
        }

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            KeyRecord.read(text.toString());
            LegacyKey.read(text.toString());
        });
    }

    @Test
    void neverFailsOnDerThatPromisesMoreThanThereIs() {
        for (String der :
                new String[] {"", "30", "3082", "3081", "30820401", "3003020100", "30843fffffff00", "3080", "3000"}) {
            String encoded = Keys.encoded(HexFormat.of().parseHex(der));
            assertThatCode(() -> KeyRecord.read("p=" + encoded)).doesNotThrowAnyException();
        }
    }
}
