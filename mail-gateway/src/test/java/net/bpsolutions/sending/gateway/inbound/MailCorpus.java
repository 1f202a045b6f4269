package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Mails made after how each program forwards, and each server reports; people and domains are invented. */
enum MailCorpus {
    FORWARDED("/mail/forwarded/"),
    REPORTS("/mail/reports/");

    private final String folder;

    MailCorpus(String folder) {
        this.folder = folder;
    }

    List<String> names() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(MailCorpus.class.getResource(folder)).toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length()))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it comes over the wire, lines ended by CRLF. */
    byte[] mail(String name) {
        return resource(name + ".eml").replace("\n", "\r\n").getBytes(ISO_8859_1);
    }

    Stream<byte[]> mails() {
        return names().stream().map(this::mail);
    }

    /** The names in {@code expected.csv}. */
    List<String> expected() {
        return resource("expected.csv")
                .lines()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf('|')))
                .toList();
    }

    private String resource(String name) {
        try (InputStream resource = MailCorpus.class.getResourceAsStream(folder + name)) {
            return new String(Objects.requireNonNull(resource, name).readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
