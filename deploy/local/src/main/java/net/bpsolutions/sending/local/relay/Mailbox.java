package net.bpsolutions.sending.local.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import net.bpsolutions.sending.local.StoredMail;

/**
 * Mails as files: {@code <id>.eml} is the content, {@code <id>.json} the envelope. The content is put in its place last,
 * in one step, so that a mail is either there as a whole or not at all.
 */
public final class Mailbox {

    private static final String CONTENT_SUFFIX = ".eml";

    private final Path folder;
    private final ConcurrentSkipListMap<String, Envelope> envelopes = new ConcurrentSkipListMap<>();
    private long lastNumber;

    /** Opens {@code folder}, which is made when it is absent. */
    public Mailbox(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (DirectoryStream<Path> contents = Files.newDirectoryStream(folder, "*" + CONTENT_SUFFIX)) {
            for (Path content : contents) {
                String name = content.getFileName().toString();
                String id = name.substring(0, name.length() - CONTENT_SUFFIX.length());
                envelopes.put(id, Envelope.read(folder.resolve(id + Envelope.SUFFIX)));
            }
        }
    }

    /** Returns the id once the mail is on disk; ids sort by time. */
    String keep(String sender, List<String> recipients, byte[] content) throws IOException {
        Instant now = Instant.now();
        String id = nextId(now);
        Envelope envelope = new Envelope(id, now.toString(), sender, List.copyOf(recipients));
        envelope.writeTo(folder);
        Path partial = Files.write(folder.resolve(id + ".part"), content);
        Files.move(partial, folder.resolve(id + CONTENT_SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        envelopes.put(id, envelope);
        return id;
    }

    private synchronized String nextId(Instant now) {
        lastNumber = Math.max(now.toEpochMilli() * 1000, lastNumber + 1);
        return Long.toString(lastNumber, Character.MAX_RADIX);
    }

    List<Envelope> newestFirst() {
        return List.copyOf(envelopes.descendingMap().values());
    }

    Optional<byte[]> content(String id) {
        return envelopes.containsKey(id) ? read(id) : Optional.empty();
    }

    private Optional<byte[]> read(String id) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(id + CONTENT_SUFFIX)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every mail, oldest first. */
    public List<StoredMail> all() {
        return envelopes.values().stream()
                .flatMap(envelope -> content(envelope.id()).map(content -> mail(envelope, content)).stream())
                .toList();
    }

    private static StoredMail mail(Envelope envelope, byte[] content) {
        return new StoredMail(
                Instant.parse(envelope.receivedAt()),
                envelope.envelopeSender(),
                envelope.envelopeRecipients(),
                content);
    }

    /** Removes every mail. */
    public void clear() {
        for (String id : List.copyOf(envelopes.keySet())) {
            envelopes.remove(id);
            try {
                Files.deleteIfExists(folder.resolve(id + CONTENT_SUFFIX));
                Files.deleteIfExists(folder.resolve(id + Envelope.SUFFIX));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
