package net.bpsolutions.sending.gateway.inbound.imap;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.bpsolutions.sending.gateway.backoff.BackOff;
import net.bpsolutions.sending.gateway.digest.Sha256;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jboss.logging.Logger;

/**
 * Gives the mails of a mailbox to the same receiver as SMTP does, each once. A crash between taking a mail over and noting so
 * lets it come again, as the loss of a 250 does with SMTP.
 */
final class ImapPost {

    private static final Logger LOG = Logger.getLogger(ImapPost.class);

    /** Longer than taking a mail over may last. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final BackOff PAUSES = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1), 0);
    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;

    private final ImapSettings settings;
    private final String mailbox;
    private final MailReceiver receiver;
    private final Claims claims;
    private final MeterRegistry meters;
    private boolean filed = true;

    /** @param mailbox the recipient of what names none of ours */
    ImapPost(ImapSettings settings, String mailbox, MailReceiver receiver, Claims claims, MeterRegistry meters) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.receiver = receiver;
        this.claims = claims;
        this.meters = meters;
    }

    /**
     * Settles a mail; whatever fails because something is away is thrown, and the mail stays for the next time.
     *
     * @return whether it was processed now, and others may have come meanwhile
     */
    boolean settle(ImapMailbox folder, long mail)
            throws MessagingException, InterruptedException, ExecutionException, TimeoutException {
        String id = hash(folder.name(mail));
        return switch (outcome(claims.claim(id, LEASE))) {
            case Claims.Claim.Ours(int attempt) -> {
                process(folder, mail, id, attempt);
                yield true;
            }
            case Claims.Claim.Done() -> {
                // Not at once again: a server that keeps no flags would be asked without end.
                file(() -> folder.finish(mail));
                yield false;
            }
            case Claims.Claim.NotNow() -> false;
        };
    }

    private void process(ImapMailbox folder, long mail, String id, int attempt)
            throws MessagingException, InterruptedException, ExecutionException, TimeoutException {
        Optional<byte[]> fetched = content(folder, mail, id, attempt);
        if (fetched.isEmpty()) {
            return;
        }
        byte[] content = fetched.get();
        if (content.length > settings.maxSize()) {
            leave(folder, mail, id, attempt, "too_large");
            return;
        }
        SmtpReply reply = taken(content);
        if (reply.code() >= PERMANENT) {
            leave(folder, mail, id, attempt, "refused");
        } else if (reply.code() >= TEMPORARY) {
            count("deferred");
            outcome(claims.later(id, pause(attempt)));
        } else {
            count("taken");
            outcome(claims.done(id));
            file(() -> folder.finish(mail));
        }
    }

    /** What SMTP would have sent back is a person's: it is never done, or it would be deleted if the person marks it unread. */
    private void leave(ImapMailbox folder, long mail, String id, int attempt, String why)
            throws MessagingException, InterruptedException, ExecutionException, TimeoutException {
        count(why);
        outcome(claims.later(id, pause(attempt)));
        file(() -> folder.leave(mail));
    }

    /** What the server does not let us file stays where it is, and keeps nothing else from being read. */
    private void file(Filing filing) throws MessagingException {
        try {
            filing.run();
            filed = true;
        } catch (MessagingException refused) {
            if (!(refused.getNextException() instanceof ProtocolException)) {
                throw refused;
            }
            count("not_filed");
            if (filed) {
                LOG.warn(
                        "the IMAP server does not let mail be marked, moved or deleted; what is done stays where it is");
                filed = false;
            }
        }
    }

    /** Says in the mailbox what became of a mail. */
    @FunctionalInterface
    private interface Filing {
        void run() throws MessagingException;
    }

    /** Others may have what cannot be read; who is read by nobody does not hold up the rest. */
    private Optional<byte[]> content(ImapMailbox folder, long mail, String id, int attempt)
            throws MessagingException, InterruptedException, ExecutionException, TimeoutException {
        boolean read = false;
        try {
            Optional<byte[]> content = folder.content(mail);
            read = content.isPresent();
            return content;
        } finally {
            if (!read) {
                outcome(claims.later(id, pause(attempt)));
            }
        }
    }

    /** A failure is temporary, as with SMTP. */
    private SmtpReply taken(byte[] content) throws InterruptedException, ExecutionException, TimeoutException {
        Envelope envelope = FetchedEnvelope.of(
                HeaderFields.of(content),
                address -> receiver.recipient(address).code() < TEMPORARY,
                mailbox,
                settings.authservId());
        return outcome(receiver.receive(envelope, content).onFailure().recoverWithItem(SmtpReply.TRY_LATER));
    }

    static Duration pause(int attempt) {
        return PAUSES.after(attempt, ThreadLocalRandom.current());
    }

    /** This thread is ours alone and may wait. */
    static <T> T outcome(Uni<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        return work.subscribeAsCompletionStage().get(LEASE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String hash(String name) {
        return Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
    }

    private void count(String outcome) {
        meters.counter("gateway.imap.mails", "outcome", outcome).increment();
    }
}
