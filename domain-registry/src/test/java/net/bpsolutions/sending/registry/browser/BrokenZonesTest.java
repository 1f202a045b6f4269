package net.bpsolutions.sending.registry.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.running.Parts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Zones as they are, each read on a phone by somebody who has never seen DNS. */
@QuarkusTest
@WithTestResource(Parts.class)
@Tag("browser")
class BrokenZonesTest {

    private static final String ZONES = "/browser/broken-zones.txt";
    private static final Map<String, Zone> REGISTERED = new LinkedHashMap<>();

    /** Of pages that are made alike, axe-core looks at one. */
    private static final Set<String> JUDGED = new HashSet<>();

    private static final Set<String> STATES_WITHOUT_WORK = Set.of("OK", "UNKNOWN");

    @ParameterizedTest
    @MethodSource("zones")
    void saysWhatIsSoWhyItMattersAndWhatToDo(Broken broken) throws IOException {
        Browser browser = Browser.fresh()
                .on(Screen.PHONE)
                .open(Objects.requireNonNull(setUp().get(broken.name())).path());
        browser.all("details")
                .forEach(details ->
                        browser.driver().executeScript("arguments[0].open = arguments[0].id !== 'raw'", details));

        WebElement said = browser.find(".said");
        assertThat(said.findElement(By.cssSelector(".what")).getText()).hasSizeGreaterThan(20);
        assertThat(said.findElement(By.cssSelector(".why")).getText()).hasSizeGreaterThan(20);
        assertThat(said.findElement(By.cssSelector(".do")).getText()).hasSizeGreaterThan(10);
        assertThat(said.findElement(By.cssSelector(".technical")).getText()).contains(broken.code());
        assertThat(said.getText()).doesNotContain("…", "null", "{", "NOT_FOUND");
        if (!STATES_WITHOUT_WORK.contains(broken.state())) {
            assertThat(browser.all(".compare dd button, dl.paste dd button"))
                    .as("the value to paste")
                    .isNotEmpty();
        }
        if (JUDGED.add(broken.number() + broken.state())) {
            assertThat(browser.faults()).isEmpty();
        }
        assertThat(browser.ask("document.documentElement.scrollWidth <= 360")).isEqualTo("true");
        browser.picture("zone-" + broken.name());
    }

    /** All of them, registered and seen at once. */
    private static Map<String, Zone> setUp() throws IOException {
        if (REGISTERED.isEmpty()) {
            zones().forEach(broken -> REGISTERED.put(broken.name(), broken.registered()));
            Zone.seen(List.copyOf(REGISTERED.values()));
        }
        return REGISTERED;
    }

    static Stream<Broken> zones() throws IOException {
        try (InputStream file = Objects.requireNonNull(BrokenZonesTest.class.getResourceAsStream(ZONES), ZONES)) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(Broken::of).toList().stream();
        }
    }

    /** A line of the file. */
    record Broken(String name, int number, String state, String code, List<String> found, Map<String, String> args) {

        static Broken of(String line) {
            String[] parts =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            return new Broken(
                    parts[0],
                    Integer.parseInt(parts[1]),
                    parts[2],
                    parts[3],
                    several(parts[4], parts[0]).toList(),
                    several(parts[5], parts[0])
                            .map(arg -> arg.split("=", 2))
                            .collect(Collectors.toMap(arg -> arg[0], arg -> arg[1])));
        }

        /** What is written with {@code ;;} between. */
        private static Stream<String> several(String text, String name) {
            return Arrays.stream(text.replace("{domain}", domain(name)).split(";;", -1))
                    .filter(part -> !part.isEmpty());
        }

        private static String domain(String name) {
            return "zone-" + name + ".com";
        }

        Zone registered() {
            return Zone.of("clinic-broken", domain(name), "OK").bad(number - 1, state, found, code, args);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
