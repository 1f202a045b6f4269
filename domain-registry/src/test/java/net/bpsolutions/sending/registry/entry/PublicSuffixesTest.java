package net.bpsolutions.sending.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicSuffixesTest {

    @TempDir
    Path folder;

    @Test
    void readsBothSectionsOfTheShippedList() {
        PublicSuffixes shipped = new PublicSuffixes(Settings.defaults());

        assertThat(shipped.lists("co.uk")).isTrue();
        assertThat(shipped.lists("github.io")).isTrue();
        assertThat(shipped.lists("clinic.co.uk")).isFalse();
    }

    @Test
    void knowsWildcardsAndTheirExceptions() {
        SuffixRules rules = SuffixRules.read(list("*.kawasaki.jp", "!city.kawasaki.jp", "hörklinik.example"));

        assertThat(rules.lists("anything.kawasaki.jp")).isTrue();
        assertThat(rules.lists("city.kawasaki.jp")).isFalse();
        assertThat(rules.lists("kawasaki.jp")).isFalse();
        assertThat(rules.lists("a.anything.kawasaki.jp")).isFalse();
        assertThat(rules.lists("xn--hrklinik-n4a.example")).isTrue();
    }

    @Test
    void followsAFileThatChangesAndKeepsTheLastGoodOne() throws IOException {
        Path file = write("clinics.example");
        PublicSuffixes suffixes =
                new PublicSuffixes(Settings.with("registry.entry.public-suffix-list", file.toString()));
        assertThat(suffixes.lists("clinics.example")).isTrue();

        write("hearing.example", "another.example");
        suffixes.refresh();
        assertThat(suffixes.lists("clinics.example")).isFalse();
        assertThat(suffixes.lists("hearing.example")).isTrue();

        Files.writeString(file, "<html>not found</html>");
        suffixes.refresh();
        assertThat(suffixes.lists("hearing.example")).isTrue();

        Files.delete(file);
        suffixes.refresh();
        assertThat(suffixes.lists("hearing.example")).isTrue();
    }

    @Test
    void beginsWithTheShippedListWhenTheFileIsMissing() {
        PublicSuffixes suffixes = new PublicSuffixes(Settings.with(
                "registry.entry.public-suffix-list", folder.resolve("none.dat").toString()));

        assertThat(suffixes.lists("co.uk")).isTrue();
    }

    @Test
    void refusesAPartOfAList() {
        assertThatThrownBy(() -> SuffixRules.read(Stream.of("com", "co.uk")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path write(String... rules) throws IOException {
        return Files.writeString(folder.resolve("list.dat"), list(rules).collect(Collectors.joining("\n")));
    }

    private static Stream<String> list(String... rules) {
        Stream<String> many = IntStream.range(0, 1100).mapToObj(number -> "suffix" + number + ".example");
        return Stream.of(Stream.of("// a list", "com", ""), many, Stream.of(rules))
                .flatMap(part -> part);
    }
}
