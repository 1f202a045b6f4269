package net.bpsolutions.sending.gateway.inbound.imap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.bpsolutions.sending.gateway.backoff.BackOff;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a mailbox until it is closed, on a thread of its own: connects, settles what is unread, waits, and begins anew. */
final class ImapReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ImapReader.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final double JITTER = 0.2;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ImapSettings settings;
    private final ImapPost post;
    private final BackOff pauses;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean started;
    private volatile @Nullable ImapMailbox open;
    private volatile String lastFault = "";
    private int faults;

    /** @param firstPause after the first fault; doubled with each further one up to five minutes */
    ImapReader(ImapSettings settings, ImapPost post, MeterRegistry meters, Duration firstPause) {
        this.settings = settings;
        this.post = post;
        this.pauses = new BackOff(firstPause, LONGEST_PAUSE, JITTER);
        Gauge.builder("gateway.imap.connected", this, reader -> reader.open == null ? 0 : 1)
                .register(meters);
    }

    void start() {
        started = true;
        Thread.ofVirtual().name("imap").start(this::run);
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                session();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void session() throws InterruptedException {
        try (ImapMailbox mailbox = ImapMailbox.open(settings)) {
            open = mailbox;
            while (closed.getCount() > 0) {
                boolean didSomething = settleAll(mailbox);
                isBack();
                if (!didSomething) {
                    mailbox.await();
                }
            }
        } catch (MessagingException
                | IOException
                | ExecutionException
                | TimeoutException
                | RuntimeException somethingIsAway) {
            open = null;
            isAway(somethingIsAway);
        } finally {
            open = null;
        }
    }

    private boolean settleAll(ImapMailbox mailbox)
            throws MessagingException, InterruptedException, ExecutionException, TimeoutException {
        boolean didSomething = false;
        for (long mail : mailbox.unread()) {
            if (closed.getCount() > 0) {
                didSomething |= post.settle(mailbox, mail);
            }
        }
        return didSomething;
    }

    private void isBack() {
        faults = 0;
        if (!lastFault.isEmpty()) {
            LOG.info("the IMAP mailbox is read again");
            lastFault = "";
        }
    }

    /** The class is all that is told: messages of faults name users and hosts. */
    private void isAway(Exception fault) throws InterruptedException {
        if (closed.getCount() == 0) {
            return;
        }
        String kind = fault.getClass().getSimpleName();
        if (!kind.equals(lastFault)) {
            LOG.warnf("the IMAP mailbox cannot be read, it is tried again: %s", kind);
            lastFault = kind;
        }
        faults++;
        var _ = closed.await(pauses.after(faults, ThreadLocalRandom.current()).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the mail under way be finished, for ten seconds at most. */
    @Override
    public void close() {
        closed.countDown();
        ImapMailbox mailbox = open;
        if (mailbox != null) {
            mailbox.wake();
        }
        try {
            if (started && !ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the IMAP mailbox is left while a mail is under way");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
