package net.bpsolutions.sending.gateway.inbound.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig.Tls;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An open folder of a server: what is unread, and what becomes of it. For one thread, but for {@link #wake()}. */
final class ImapMailbox implements AutoCloseable {

    private static final long STEP_MILLIS = 250;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Beyond the longest silence of IDLE. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ImapSettings settings;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final UidCommands commands;
    private final CountDownLatch awake = new CountDownLatch(1);
    private volatile boolean told;

    private ImapMailbox(ImapSettings settings, IMAPStore store, IMAPFolder folder) {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
        this.commands = new UidCommands(folder);
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent added) {
                told = true;
            }
        });
    }

    /**
     * Connects.
     *
     * @throws MessagingException when the server is away, or does not let us in
     * @throws IOException when the password or the authorities cannot be read
     */
    static ImapMailbox open(ImapSettings settings) throws MessagingException, IOException {
        ImapSettings.Account account = settings.account();
        String protocol = account.tls() == Tls.TLS ? "imaps" : "imap";
        String password =
                Files.readString(account.passwordFile(), StandardCharsets.UTF_8).strip();
        IMAPStore store =
                (IMAPStore) Session.getInstance(properties(protocol, settings)).getStore(protocol);
        try {
            store.connect(account.host(), account.port(), account.user(), password);
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapMailbox(settings, store, folder);
        } catch (MessagingException | RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    private static Properties properties(String protocol, ImapSettings settings) throws IOException {
        Properties properties = new Properties();
        String start = "mail." + protocol + ".";
        properties.setProperty(start + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.setProperty(
                start + "timeout",
                Long.toString(settings.pollInterval().plus(PATIENCE).toMillis()));
        properties.setProperty(start + "writetimeout", Long.toString(PATIENCE.toMillis()));
        properties.setProperty(start + "ssl.checkserveridentity", "true");
        Optional<Path> authorities = settings.account().authorities();
        if (authorities.isPresent()) {
            properties.put(start + "ssl.socketFactory", Authorities.in(authorities.get()));
        }
        return properties;
    }

    /** The UIDs of what nobody has read, the oldest first. */
    List<Long> unread() throws MessagingException {
        told = false;
        return commands.unread();
    }

    /** The same for a mail as long as it is in this folder, and for no other (RFC 9051 §2.3.1.1). */
    String name(long uid) throws MessagingException {
        return settings.account().host() + "\n" + settings.account().user() + "\n" + settings.folder() + "\n"
                + folder.getUIDValidity() + "\n" + uid;
    }

    /** The octets, one more than may be when there are too many of them; empty when the mail is gone. */
    Optional<byte[]> content(long uid) throws MessagingException {
        return commands.content(uid, settings.maxSize() + 1);
    }

    /** It was taken over. */
    void finish(long uid) throws MessagingException {
        switch (settings.afterwards()) {
            case KEEP -> commands.flag(uid, "\\Seen");
            case DELETE -> delete(uid);
            case MOVE -> {
                commands.flag(uid, "\\Seen");
                if (store.hasCapability("MOVE")) {
                    commands.to("MOVE", uid, settings.moveTo());
                } else {
                    commands.to("COPY", uid, settings.moveTo());
                    delete(uid);
                }
            }
        }
    }

    /** Without UIDPLUS expunging would take what others marked along. */
    private void delete(long uid) throws MessagingException {
        commands.flag(uid, "\\Seen \\Deleted");
        if (store.hasCapability("UIDPLUS")) {
            commands.expunge(uid);
        }
    }

    /** Leaves a mail to people, who find it flagged. */
    void leave(long uid) throws MessagingException {
        commands.flag(uid, "\\Seen \\Flagged");
    }

    /** Returns when there may be something new, at the latest after the poll interval. */
    void await() throws MessagingException, InterruptedException {
        if (store.hasCapability("IDLE")) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread.ofVirtual().name("imap-alarm").start(() -> endIdle(ended));
            try {
                folder.idle(true);
            } finally {
                ended.countDown();
            }
        } else if (!awake.await(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            // A server that has closed the connection meanwhile tells so here.
            folder.getMessageCount();
        }
    }

    /**
     * Any command ends IDLE; repeated in case that it had not begun yet. What the server told of before IDLE had begun does
     * not end it.
     */
    private void endIdle(CountDownLatch ended) {
        try {
            long interval = settings.pollInterval().toMillis();
            for (long waited = 0; waited < interval && awake.getCount() > 0 && !told; waited += STEP_MILLIS) {
                if (ended.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            do {
                folder.doCommand(connection -> {
                    connection.noop();
                    return true;
                });
            } while (!ended.await(STEP_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (MessagingException away) {
            // The one who waits hears of it as well.
        }
    }

    /** Ends a wait for good, from any thread. */
    void wake() {
        awake.countDown();
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
