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

    int port() {
        return port;
    }

    /** The mails whose content holds {@code marker}, as text. */
    public List<String> mailsWith(String marker) {
        return standIn.mails().stream()
                .map(mail -> new String(mail.content(), StandardCharsets.UTF_8))
                .filter(content -> content.contains(marker))
                .toList();
    }

    /** The mails that were accepted for {@code recipient}. */
    public List<StoredMail> mailsTo(String recipient) {
        return standIn.mails().stream()
                .filter(mail -> mail.envelopeRecipients().contains(recipient))
                .toList();
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
