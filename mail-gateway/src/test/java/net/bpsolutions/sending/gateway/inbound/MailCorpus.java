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

/** Mails made after how each program forwards; people and domains are invented. */
final class ForwardedCorpus {

    private static final String FOLDER = "/mail/forwarded/";

    private ForwardedCorpus() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(ForwardedCorpus.class.getResource(FOLDER))
                .toURI()))) {
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
    static byte[] mail(String name) {
        try (InputStream resource = ForwardedCorpus.class.getResourceAsStream(FOLDER + name + ".eml")) {
            String lines = new String(Objects.requireNonNull(resource, name).readAllBytes(), ISO_8859_1);
            return lines.replace("\n", "\r\n").getBytes(ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> mails() {
        return names().stream().map(ForwardedCorpus::mail);
    }
}
