package net.bpsolutions.sending.verifier.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyRecordPropertiesTest {

    private static final String SPACE = " \t\r\n";

    @Property(tries = 300)
    void takesFoldingWhitespaceForNothing(@ForAll("materials") String material, @ForAll Random random) {
        KeyRecord plain = KeyRecord.read("v=DKIM1;k=rsa;p=" + material);

        assertThat(KeyRecord.read(spaced("v", random) + "=" + spaced("DKIM1", random) + ";" + spaced("k", random) + "="
                        + spaced("rsa", random) + ";" + spaced("p", random) + "=" + folded(material, random)))
                .isEqualTo(plain);
    }

    @Property(tries = 300)
    void takesTheOrderOfTagsForNothing(@ForAll("materials") String material, @ForAll Random random) {
        List<String> tags = new ArrayList<>(List.of("k=rsa", "p=" + material, "t=s:y", "s=email", "h=sha256", "n=x"));
        Collections.shuffle(tags, random);

        KeyRecord shuffled = KeyRecord.read("v=DKIM1; " + String.join("; ", tags));

        assertThat(shuffled)
                .isEqualTo(KeyRecord.read("v=DKIM1; k=rsa; t=y; p=" + material))
                .isInstanceOf(KeyRecord.Usable.class);
    }

    @Property(tries = 300)
    void takesNoKeyThatIsCutOff(@ForAll("materials") String material, @ForAll Random random) {
        String part = material.substring(0, random.nextInt(material.length()));

        assertThat(KeyRecord.read("v=DKIM1; p=" + part)).isNotInstanceOf(KeyRecord.Usable.class);
    }

    @Property(tries = 300)
    void repairsWhatPeopleDoToAKeyWhenTheyPasteIt(
            @ForAll("materials") String material, @ForAll("damages") Damage damage, @ForAll Random random) {
        String whole = "v=DKIM1; k=rsa; p=" + material;
        int at = whole.length() - material.length() + 1 + random.nextInt(material.length() - 1);
        String damaged = damage.of(whole, at);

        assertThat(LegacyKey.read(damaged))
                .isInstanceOfSatisfying(
                        LegacyKey.Malformed.class,
                        malformed -> assertThat(malformed.repaired()).contains(whole));
    }

    @Property(tries = 300)
    void findsNothingAmissInWhatItRepaired(@ForAll("materials") String material) {
        assertThat(LegacyKey.read("v=DKIM1; k=rsa; p=" + material)).isInstanceOf(LegacyKey.Whole.class);
    }

    @Property(tries = 1000)
    void neverFails(@ForAll String text) {
        assertThat(KeyRecord.read(text)).isNotNull();
        assertThat(LegacyKey.read(text)).isNotNull();
        assertThat(TagList.parse(text).tags()).allMatch(tag -> tag.position() <= text.length() + 1);
    }

    /** What is done to a record. */
    @FunctionalInterface
    interface Damage {
        String of(String whole, int at);
    }

    @Provide
    Arbitrary<String> materials() {
        return Arbitraries.of(
                Keys.material(1024),
                Keys.material(2048),
                Keys.material(1536),
                Keys.otherMaterial(1024),
                Keys.bareMaterial());
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Arbitraries.of(
                (whole, at) -> inserted(whole, at, " "),
                (whole, at) -> inserted(whole, at, "\r\n\t"),
                (whole, at) -> inserted(whole, at, "\" \""),
                (whole, at) -> "\"" + whole + "\"",
                (whole, at) -> "“" + inserted(whole, at, "\n") + "”",
                (whole, at) -> whole.replace(";", "\\;"),
                (whole, at) -> whole.replace(";", ","),
                (whole, at) -> whole.replace(";", ""),
                (whole, at) -> whole.replace("v=DKIM1; ", ""),
                (whole, at) -> whole.replace("v=DKIM1; k=rsa; p=", ""));
    }

    private static String inserted(String whole, int at, String piece) {
        return whole.substring(0, at) + piece + whole.substring(at);
    }

    private static String spaced(String word, Random random) {
        return space(random) + word + space(random);
    }

    private static String folded(String material, Random random) {
        StringBuilder folded = new StringBuilder();
        material.chars()
                .forEach(each -> folded.append(random.nextInt(8) == 0 ? space(random) : "")
                        .append((char) each));
        return folded.toString();
    }

    private static String space(Random random) {
        StringBuilder space = new StringBuilder();
        random.ints(random.nextInt(4), 0, SPACE.length()).forEach(at -> space.append(SPACE.charAt(at)));
        return space.toString();
    }
}
