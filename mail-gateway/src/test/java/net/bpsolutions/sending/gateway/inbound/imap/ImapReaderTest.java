package net.bpsolutions.sending.gateway.inbound.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig.Afterwards;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.parts.SelfSigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server, over sockets. */
class ImapReaderTest {

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Envelope> envelopes = new CopyOnWriteArrayList<>();
    private final Queue<SmtpReply> replies = new ConcurrentLinkedQueue<>();
    private final MemoryClaims claims = new MemoryClaims();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
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

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void takesEachMailOnceThoughTwoReadIt() throws Exception {
        ImapServer server = server("imap", 0);
        for (int i = 0; i < 20; i++) {
            server.deliver(mail("number " + i));
        }

        read(server.settings(folder, OFTEN, Afterwards.DELETE));
        read(server.settings(folder, OFTEN, Afterwards.DELETE));

        // A thread of this server may die when two delete at once; its client begins anew.
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(server.flags("INBOX")).isEmpty());
        assertThat(received).hasSize(20);
        assertThat(IntStream.range(0, 20))
                .allMatch(i -> received.stream().anyMatch(mail -> mail.contains("number " + i + "\r\n")));
        assertThat(meters.counter("gateway.imap.mails", "outcome", "taken").count())
                .isEqualTo(20);
    }

    @Test
    void hearsOfNewMailWithoutAsking() throws Exception {
        ImapServer server = server("imap", 0);
        read(server.settings(folder, SELDOM, Afterwards.DELETE));
        server.deliver(mail("first"));
        await().untilAsserted(() -> assertThat(server.flags("INBOX")).isEmpty());

        server.deliver(mail("second"));

        await().untilAsserted(() -> assertThat(received).hasSize(2));
    }

    @Test
    void readsTheEnvelopeFromTheHeader() throws Exception {
        ImapServer server = server("imap", 0);
        server.deliver("Return-Path: <jane@c.example>\nDelivered-To: verification@v.example\n"
                + "Authentication-Results: mx.v.example; dmarc=pass header.from=c.example\n" + mail("x"));

        read(server.settings(folder, OFTEN, Afterwards.DELETE));

        await().untilAsserted(() -> assertThat(envelopes).hasSize(1));
        assertThat(envelopes.getFirst().sender()).isEqualTo("jane@c.example");
        assertThat(envelopes.getFirst().recipients()).containsExactly("verification@v.example");
        assertThat(envelopes.getFirst().clientAddress()).isEmpty();
        assertThat(envelopes.getFirst().results()).isNotNull();
    }

    @Test
    void triesAgainWhatWasDeferred() throws Exception {
        ImapServer server = server("imap", 0);
        replies.add(SmtpReply.TRY_LATER);
        replies.add(new SmtpReply(0, "fails"));
        server.deliver(mail("patience"));

        read(server.settings(folder, OFTEN, Afterwards.KEEP));

        await().untilAsserted(
                        () -> assertThat(server.flags("INBOX")).allMatch(flags -> flags.contains(Flags.Flag.SEEN)));
        assertThat(received).hasSize(3);
        assertThat(claims.pauses).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void leavesDeferredMailUnread() throws Exception {
        ImapServer server = server("imap", 0);
        IntStream.range(0, 1000).forEach(_ -> replies.add(SmtpReply.TRY_LATER));
        server.deliver(mail("patience"));

        read(server.settings(folder, OFTEN, Afterwards.DELETE));

        await().untilAsserted(() -> assertThat(received).hasSizeGreaterThan(1));
        assertThat(server.flags("INBOX")).singleElement().matches(flags -> !flags.contains(Flags.Flag.SEEN));
    }

    @Test
    void movesWhatIsDone() throws Exception {
        ImapServer server = server("imap", 0);
        server.createFolder("Done");
        server.deliver(mail("x"));

        read(server.settings(folder, OFTEN, Afterwards.MOVE));

        await().untilAsserted(() -> assertThat(server.flags("Done")).hasSize(1));
        await().untilAsserted(() -> assertThat(server.flags("INBOX")).isEmpty());
    }

    @Test
    void readsTheRestThoughWhatIsDoneCannotBeMoved() throws Exception {
        ImapServer server = server("imap", 0);
        server.deliver(mail("first"));
        server.deliver(mail("second"));

        read(server.settings(folder, OFTEN, Afterwards.MOVE));

        await().untilAsserted(() -> assertThat(received).hasSize(2));
        await().untilAsserted(() -> assertThat(meters.counter("gateway.imap.mails", "outcome", "not_filed")
                        .count())
                .isEqualTo(2));
        assertThat(connected()).isEqualTo(1);
    }

    @Test
    void leavesWhatIsRefusedToPeople() throws Exception {
        ImapServer server = server("imap", 0);
        replies.add(new SmtpReply(554, "5.6.0 This mail cannot be read"));
        server.deliver(mail("refused"));

        read(server.settings(folder, OFTEN, Afterwards.DELETE));

        await().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.FLAGGED)));
    }

    @Test
    void neverDeletesWhatWasLeftToPeople() throws Exception {
        ImapServer server = server("imap", 0);
        server.deliver(mail("x".repeat(70_000)));
        read(server.settings(folder, OFTEN, Afterwards.DELETE));
        await().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.FLAGGED)));

        server.markUnread("INBOX");

        await().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.SEEN)));
    }

    @Test
    void leavesWhatIsTooLargeToPeople() throws Exception {
        ImapServer server = server("imap", 0);
        server.deliver(mail("x".repeat(70_000)));
        server.deliver(mail("small"));

        read(server.settings(folder, OFTEN, Afterwards.DELETE));

        await().untilAsserted(() -> assertThat(received).hasSize(1));
        assertThat(received.getFirst()).contains("small");
        await().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.FLAGGED)));
    }

    @Test
    void goesOnWhenTheServerIsBack() throws Exception {
        ImapServer before = server("imap", 0);
        int port = before.port();
        read(before.settings(folder, SELDOM, Afterwards.DELETE));
        before.deliver(mail("before"));
        await().untilAsserted(() -> assertThat(received).hasSize(1));

        before.close();
        await().untilAsserted(() -> assertThat(connected()).isZero());
        ImapServer after = server("imap", port);
        after.deliver(mail("first again, by its number"));
        after.deliver(mail("after"));

        await().untilAsserted(() -> assertThat(received).anyMatch(mail -> mail.contains("after")));
        assertThat(connected()).isEqualTo(1);
    }

    @Test
    void readsThePasswordAtEachConnection() throws Exception {
        ImapServer server = server("imap", 0);
        server.deliver(mail("x"));
        ImapSettings settings = server.settings(folder, OFTEN, Afterwards.DELETE);
        Files.writeString(folder.resolve("password"), "wrong");
        assertThatThrownBy(() -> ImapMailbox.open(settings)).isInstanceOf(MessagingException.class);
        read(settings);

        Files.writeString(folder.resolve("password"), ImapServer.PASSWORD);

        await().untilAsserted(() -> assertThat(received).hasSize(1));
    }

    @Test
    void refusesCertificateOfStranger() throws Exception {
        ImapServer server = server("imaps", 0);

        assertThatThrownBy(() -> ImapMailbox.open(server.settings(folder, OFTEN, Afterwards.DELETE)))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining(CertificateException.class.getPackageName());
    }

    @Test
    void readsMailboxOfServerWhoseAuthorityIsNamed() throws Exception {
        ImapServer server = server("imaps", 0);
        server.deliver(mail("hello"));

        read(server.settings("localhost", ImapServer.certificate().certificate(), folder));

        // The server of another test may still complain of the client that refused it.
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(received).hasSize(1));
    }

    @Test
    void refusesCertificateForAnotherName() {
        ImapServer server = server("imaps", 0);
        Path authority = ImapServer.certificate().certificate();

        assertThatThrownBy(() -> ImapMailbox.open(server.settings("127.0.0.1", authority, folder)))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void refusesCertificateOfAnotherAuthority() throws Exception {
        ImapServer server = server("imaps", 0);
        Path other = SelfSigned.in(folder, "authority").certificate();

        assertThatThrownBy(() -> ImapMailbox.open(server.settings("localhost", other, folder)))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining(CertificateException.class.getPackageName());
    }

    @Test
    void trustsNobodyWhenTheAuthorityCannotBeRead() throws Exception {
        ImapServer server = server("imaps", 0);
        Path empty = Files.writeString(folder.resolve("empty"), "no certificate\n");

        assertThatThrownBy(() -> ImapMailbox.open(server.settings("localhost", empty, folder)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void waitsLongerEachTimeUpToAnHour() {
        assertThat(IntStream.of(1, 2, 3, 6, 7, 1000).mapToObj(ImapPost::pause))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(32),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
    }

    private double connected() {
        return meters.get("gateway.imap.connected").gauge().value();
    }

    private ImapServer server(String protocol, int port) {
        ImapServer server = new ImapServer(protocol, port);
        open.add(server);
        return server;
    }

    private void read(ImapSettings settings) {
        ImapPost post = new ImapPost(settings, "verification@v.example", receiver, claims, meters);
        ImapReader reader = new ImapReader(settings, post, meters, AT_ONCE);
        open.add(reader);
        reader.start();
    }

    private static String mail(String words) {
        return "From: jane@c.example\nTo: verification@v.example\nSubject: x\n\n" + words + "\n";
    }
}
