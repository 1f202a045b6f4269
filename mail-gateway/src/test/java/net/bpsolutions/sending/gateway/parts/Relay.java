package net.bpsolutions.sending.gateway.parts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.bpsolutions.sending.local.RelayStandIn;
import net.bpsolutions.sending.local.StoredMail;

/** The relay stand-in, which can go away and come back on the same port. */
public final class Relay {

    private final Path folder;
    private final int port;
    private RelayStandIn standIn;

    Relay(RelayStandIn standIn, Path folder) {
        this.standIn = standIn;
        this.folder = folder;
        this.port = standIn.smtpPort();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The mails that were accepted for {@code recipient}. */
    public List<StoredMail> mailsTo(String recipient) {
        return standIn.mails().stream()
                .filter(mail -> mail.envelopeRecipients().contains(recipient))
                .toList();
    }

    /** The content of the only mail that was accepted for {@code recipient}. */
    public String onlyMailTo(String recipient) {
        List<StoredMail> mails = mailsTo(recipient);
        if (mails.size() != 1) {
            throw new AssertionError(mails.size() + " mails instead of one");
        }
        return new String(mails.getFirst().content(), StandardCharsets.UTF_8);
    }

    /** The reply at RCPT TO from now on. */
    public void answerTo(String recipient, String reply) {
        standIn.answerTo(recipient, reply);
    }

    /** The reply to the end of DATA from now on. */
    public void answerData(String recipient, String reply) {
        standIn.answerData(recipient, reply);
    }

    /** Connections are refused from now on. */
    public void goAway() {
        standIn.close();
    }

    /** Accepts again, where it was. */
    public void comeBack() {
        standIn = RelayStandIn.start(folder.resolve("mails"), port, RelayStandIn.NO_PAGE);
    }

    void close() {
        standIn.close();
    }
}
