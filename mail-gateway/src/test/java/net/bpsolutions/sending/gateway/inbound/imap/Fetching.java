package net.bpsolutions.sending.gateway.inbound.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Servers, what is read from them, and what is said to it. */
final class Fetching implements AutoCloseable {

    private static final Duration AT_ONCE = Duration.ofMillis(50);

    final List<String> received = new CopyOnWriteArrayList<>();
    final List<Envelope> envelopes = new CopyOnWriteArrayList<>();
    final Queue<SmtpReply> replies = new ConcurrentLinkedQueue<>();
    final MemoryClaims claims = new MemoryClaims();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();

    private final MailReceiver receiver = new MailReceiver() {
        @Override
        public SmtpReply recipient(String address) {
            return address.equals("verification@v.example")
                    ? SmtpReply.ACCEPTED
                    : new SmtpReply(550, "5.7.1 Relaying denied");
        }

        @Override
        public Uni<SmtpReply> receive(Envelope envelope, byte[] content) {
            envelopes.add(envelope);
            received.add(new String(content, US_ASCII));
            SmtpReply reply = replies.poll();
            return reply == null
                    ? Uni.createFrom().item(SmtpReply.ACCEPTED)
                    : reply.code() == 0
                            ? Uni.createFrom().failure(new IllegalStateException("away"))
                            : Uni.createFrom().item(reply);
        }
    };

    double connected() {
        return meters.get("gateway.imap.connected").gauge().value();
    }

    /** @param port 0 for any free one */
    ImapServer server(String protocol, int port) {
        ImapServer server = new ImapServer(protocol, port);
        open.add(server);
        return server;
    }

    void read(ImapSettings settings) {
        ImapPost post = new ImapPost(settings, "verification@v.example", receiver, claims, meters);
        ImapReader reader = new ImapReader(settings, post, meters, AT_ONCE);
        open.add(reader);
        reader.start();
    }

    static String mail(String words) {
        return "From: jane@c.example\nTo: verification@v.example\nSubject: x\n\n" + words + "\n";
    }

    /** A thread of the server may die of two clients at once, or of one that refused it; its client begins anew. */
    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).dontCatchUncaughtExceptions();
    }

    @Override
    public void close() {
        for (AutoCloseable one : open.reversed()) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
