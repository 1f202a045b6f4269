package net.bpsolutions.sending.gateway.inbound.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import net.bpsolutions.sending.gateway.parts.SelfSigned;

/** A real server with one mailbox, on loopback. */
final class ImapServer implements AutoCloseable {

    private static final SelfSigned CERTIFICATE = forLocalhost();
    static final String PASSWORD = "correct horse";
    private static final String USER = "verification@v.example";
    private static final String LOGIN = "verification";

    private final GreenMail server;
    private final GreenMailUser user;
    private final String protocol;
    private final String login;

    /** @param port 0 for any free one */
    ImapServer(String protocol, int port) {
        this(protocol, port, LOGIN);
    }

    /**
     * The mailbox of somebody else, as far as {@link Claims} that outlive the test can tell.
     *
     * @param login tells it from those of servers started within the same second: that is their UIDVALIDITY
     */
    ImapServer(String protocol, int port, String login) {
        this.protocol = protocol;
        this.login = login;
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", protocol));
        server.start();
        user = server.setUser(USER, login, PASSWORD);
    }

    /** That of all servers over TLS, for the name {@code localhost}: the library reads it once. */
    static SelfSigned certificate() {
        return CERTIFICATE;
    }

    private static SelfSigned forLocalhost() {
        try {
            SelfSigned made = SelfSigned.in(Files.createTempDirectory("imap"), "localhost");
            System.setProperty("greenmail.tls.keystore.file", made.store().toString());
            return made;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return protocol.equals("imaps")
                ? server.getImaps().getPort()
                : server.getImap().getPort();
    }

    void deliver(String mail) throws Exception {
        byte[] octets = mail.replace("\n", "\r\n").getBytes(US_ASCII);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets)));
    }

    void createFolder(String name) throws Exception {
        server.getManagers().getImapHostManager().createMailbox(user, name);
    }

    /** The flags of each mail there. */
    List<Flags> flags(String folder) {
        MailFolder messages = server.getManagers().getImapHostManager().getFolder(user, folder);
        return messages.getMessages().stream().map(StoredMessage::getFlags).toList();
    }

    /** As a person does who wants to see it again. */
    void markUnread(String folder) throws Exception {
        MailFolder messages = server.getManagers().getImapHostManager().getFolder(user, folder);
        for (StoredMessage message : messages.getMessages()) {
            messages.setFlags(new Flags(Flags.Flag.SEEN), false, message.getUid(), null, true);
        }
    }

    /** The same, under a name and with an authority. */
    ImapSettings settings(String host, Path authority, Path folder) throws IOException {
        ImapSettings plain = settings(folder, Duration.ofSeconds(1), ImapConfig.Afterwards.DELETE);
        ImapSettings.Account account = plain.account();
        return new ImapSettings(
                new ImapSettings.Account(
                        host, port(), account.tls(), Optional.of(authority), account.user(), account.passwordFile()),
                plain.folder(),
                plain.pollInterval(),
                plain.afterwards(),
                plain.moveTo(),
                plain.authservId(),
                plain.maxSize());
    }

    /** What is needed to read it. */
    ImapSettings settings(Path folder, Duration pollInterval, ImapConfig.Afterwards afterwards) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        ImapConfig.Tls tls = protocol.equals("imaps") ? ImapConfig.Tls.TLS : ImapConfig.Tls.NONE;
        return new ImapSettings(
                new ImapSettings.Account("127.0.0.1", port(), tls, Optional.empty(), login, password),
                "INBOX",
                pollInterval,
                afterwards,
                afterwards == ImapConfig.Afterwards.MOVE ? "Done" : "",
                "mx.v.example",
                65_536);
    }

    @Override
    public void close() {
        server.stop();
    }
}
