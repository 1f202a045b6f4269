package net.bpsolutions.sending.registry.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The DNS hosts that clinics use; they are data ({@code words/dns-hosts.txt}). */
@Singleton
class Keepers {

    private static final String DATA = "/words/dns-hosts.txt";
    private static final int FIELDS = 7;
    private static final Keeper UNKNOWN = new Keeper("", "", "", "Name / Host", "Value / Target", false, false);

    private final List<Keeper> known;

    Keepers() {
        try (InputStream data = Objects.requireNonNull(Keepers.class.getResourceAsStream(DATA), DATA)) {
            known = read(new String(data.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of the form {@code Name | site | place | host field | value field | short or whole | dot or plain}. */
    static List<Keeper> read(String data) {
        return data.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Keepers::line)
                .toList();
    }

    private static Keeper line(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != FIELDS) {
            throw new IllegalArgumentException("not of the form of a DNS host: " + line);
        }
        String[] fields = Stream.of(parts).map(String::strip).toArray(String[]::new);
        return new Keeper(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                fields[5].equals("whole"),
                fields[6].equals("dot"));
    }

    /** All, for somebody to choose from. */
    List<Keeper> all() {
        return known;
    }

    /** The one that was chosen, or else the one that was recognised, or else what is true of most. */
    Keeper of(@Nullable String chosen, @Nullable String recognised) {
        return named(chosen).or(() -> named(recognised)).orElse(UNKNOWN);
    }

    private Optional<Keeper> named(@Nullable String name) {
        return known.stream().filter(keeper -> keeper.name().equals(name)).findFirst();
    }
}
