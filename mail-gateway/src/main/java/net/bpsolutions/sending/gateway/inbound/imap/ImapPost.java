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

/**
 * Gives the mails of a mailbox to the same receiver as SMTP does, each once. A crash between taking a mail over and noting so
 * lets it come again, as the loss of a 250 does with SMTP.
 */
final class ImapPost {

    /** Longer than taking a mail over may last. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final BackOff PAUSES = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1), 0);
    private static final int SUCCESS = 200;
    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;

    private final ImapSettings settings;
    private final String mailbox;
    private final MailReceiver receiver;
    private final Claims claims;
    private final MeterRegistry meters;

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
                folder.finish(mail);
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
            count("too_large");
            folder.leave(mail);
            outcome(claims.done(id));
            return;
        }
        SmtpReply reply = taken(content);
        if (reply.code() >= TEMPORARY && reply.code() < PERMANENT) {
            count("deferred");
            outcome(claims.later(id, pause(attempt)));
        } else {
            count(reply.code() < TEMPORARY && reply.code() >= SUCCESS ? "taken" : "refused");
            outcome(claims.done(id));
            folder.finish(mail);
        }
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
