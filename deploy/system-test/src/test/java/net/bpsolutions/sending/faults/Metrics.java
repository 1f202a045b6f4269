package net.bpsolutions.sending.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Prometheus text as a gateway gave it. */
record Metrics(String text) {

    static Metrics at(int port) {
        try (InputStream in =
                URI.create("http://localhost:" + port + "/q/metrics").toURL().openStream()) {
            return new Metrics(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The sum of all lines that begin so. */
    double sum(String prefix) {
        return text.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    double heap() {
        return sum("jvm_memory_used_bytes{area=\"heap\"");
    }
}
