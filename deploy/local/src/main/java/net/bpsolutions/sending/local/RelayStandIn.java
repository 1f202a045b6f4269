package net.bpsolutions.sending.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import net.bpsolutions.sending.local.relay.Mailbox;
import net.bpsolutions.sending.local.relay.MailboxPage;
import net.bpsolutions.sending.local.relay.ScriptedReplies;
import net.bpsolutions.sending.local.relay.SmtpListener;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the mail relay: accepts everything over SMTP, delivers nothing, and keeps each mail as a file before it
 * answers 250, so that what was accepted survives a restart. A page shows what arrived.
 */
public final class RelayStandIn implements AutoCloseable {

    /** For {@code httpPort}: no page. */
    public static final int NO_PAGE = -1;

    private final Mailbox mailbox;
    private final ScriptedReplies replies = new ScriptedReplies();
    private final SmtpListener smtp;
    private final @Nullable MailboxPage page;

    private RelayStandIn(Path mailFolder, int smtpPort, int httpPort) throws IOException {
        mailbox = new Mailbox(mailFolder);
        smtp = new SmtpListener(smtpPort, mailbox, replies);
        page = httpPort == NO_PAGE ? null : new MailboxPage(Ports.onLoopback(httpPort), mailbox);
    }

    /**
     * Starts to accept mail; what is in {@code mailFolder} from before is still there.
     *
     * @param smtpPort 0 for any free port
     * @param httpPort 0 for any free port, {@link #NO_PAGE} for none
     * @throws PortTakenException when somebody listens on one of them
     */
    public static RelayStandIn start(Path mailFolder, int smtpPort, int httpPort) {
        int smtp = Ports.claim(smtpPort, "relay stand-in, SMTP");
        int http = httpPort == NO_PAGE ? NO_PAGE : Ports.claim(httpPort, "relay stand-in, mailbox page");
        try {
            return new RelayStandIn(mailFolder, smtp, http);
        } catch (IOException e) {
            throw new UncheckedIOException("The relay stand-in did not start.", e);
        }
    }

    public int smtpPort() {
        return smtp.port();
    }

    /** Where the page is; {@link #NO_PAGE} without one. */
    public int httpPort() {
        return page == null ? NO_PAGE : page.port();
    }

    /** Every mail accepted so far, oldest first. */
    public List<StoredMail> mails() {
        return mailbox.all();
    }

    /** Forgets every mail. */
    public void clear() {
        mailbox.clear();
    }

    /**
     * From now on RCPT TO this recipient is answered with {@code smtpReply}, like {@code "451 4.2.1 later"}; a reply of
     * the 2xx kind accepts again.
     */
    public void answerTo(String recipient, String smtpReply) {
        replies.atRcpt(recipient, smtpReply);
    }

    /** The same for the reply to the end of DATA of a mail that is meant for {@code recipient}. */
    public void answerData(String recipient, String smtpReply) {
        replies.atData(recipient, smtpReply);
    }

    @Override
    public void close() {
        smtp.close();
        if (page != null) {
            page.close();
        }
    }
}
