package net.bpsolutions.sending.registry.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs that drive pages. They are looked for on this machine and never downloaded.
 *
 * @param chromium the browser
 * @param driver what speaks to it, of the same version
 */
record Programs(Path chromium, Path driver) {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    /** Says what is missing and how to get it: without a browser these tests fail, for a skipped one proves nothing. */
    static Programs find() {
        return of(
                first("CHROMIUM", "chromium", "chromium-browser", "google-chrome"),
                first("CHROMEDRIVER", "chromedriver"));
    }

    static Programs of(Optional<Path> chromium, Optional<Path> driver) {
        if (chromium.isEmpty() || driver.isEmpty()) {
            throw new AssertionError("Chromium and its driver are needed and were not found: install them (Debian: "
                    + "apt-get install chromium chromium-driver), name them in CHROMIUM and CHROMEDRIVER, or leave the "
                    + "tests in a browser out with \"make test BROWSER=none\".");
        }
        return new Programs(chromium.get(), driver.get());
    }

    private static Optional<Path> first(String variable, String... names) {
        Stream<Path> named =
                Optional.ofNullable(System.getenv(variable)).stream().map(Path::of);
        Stream<Path> onPath = Stream.of(names)
                .flatMap(name -> SEPARATOR
                        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                        .map(folder -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }
}
