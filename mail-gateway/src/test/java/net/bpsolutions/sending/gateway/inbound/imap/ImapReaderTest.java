package net.bpsolutions.sending.gateway.inbound.imap;

import static net.bpsolutions.sending.gateway.inbound.imap.Fetching.mail;
import static net.bpsolutions.sending.gateway.inbound.imap.Fetching.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig.Afterwards;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.local.Ports;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server, over sockets. */
class ImapReaderTest {

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @AutoClose
    private final Fetching fetching = new Fetching();

    private final List<String> received = fetching.received;
    private final Queue<SmtpReply> replies = fetching.replies;

    @Test
    void takesEachMailOnceThoughTwoReadIt() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        for (int i = 0; i < 20; i++) {
            server.deliver(mail("number " + i));
        }

        fetching.read(server.settings(folder, OFTEN, Afterwards.DELETE));
        fetching.read(server.settings(folder, OFTEN, Afterwards.DELETE));

        soon().untilAsserted(() -> assertThat(server.flags("INBOX")).isEmpty());
        assertThat(received).hasSize(20);
        assertThat(IntStream.range(0, 20))
                .allMatch(i -> received.stream().anyMatch(mail -> mail.contains("number " + i + "\r\n")));
        assertThat(fetching.meters
                        .counter("gateway.imap.mails", "outcome", "taken")
                        .count())
                .isEqualTo(20);
    }

    @Test
    void hearsOfNewMailWithoutAsking() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        fetching.read(server.settings(folder, SELDOM, Afterwards.DELETE));
        server.deliver(mail("first"));
        soon().untilAsserted(() -> assertThat(server.flags("INBOX")).isEmpty());

        server.deliver(mail("second"));

        soon().untilAsserted(() -> assertThat(received).hasSize(2));
    }

    @Test
    void readsTheEnvelopeFromTheHeader() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        server.deliver("Return-Path: <jane@c.example>\nDelivered-To: verification@v.example\n"
                + "Authentication-Results: mx.v.example; dmarc=pass header.from=c.example\n" + mail("x"));

        fetching.read(server.settings(folder, OFTEN, Afterwards.DELETE));

        soon().untilAsserted(() -> assertThat(fetching.envelopes).hasSize(1));
        assertThat(fetching.envelopes.getFirst().sender()).isEqualTo("jane@c.example");
        assertThat(fetching.envelopes.getFirst().recipients()).containsExactly("verification@v.example");
        assertThat(fetching.envelopes.getFirst().clientAddress()).isEmpty();
        assertThat(fetching.envelopes.getFirst().results()).isNotNull();
    }

    @Test
    void triesAgainWhatWasDeferred() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        replies.add(SmtpReply.TRY_LATER);
        replies.add(new SmtpReply(0, "fails"));
        server.deliver(mail("patience"));

        fetching.read(server.settings(folder, OFTEN, Afterwards.KEEP));

        soon().untilAsserted(
                        () -> assertThat(server.flags("INBOX")).allMatch(flags -> flags.contains(Flags.Flag.SEEN)));
        assertThat(received).hasSize(3);
        assertThat(fetching.claims.pauses).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void leavesDeferredMailUnread() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        IntStream.range(0, 1000).forEach(_ -> replies.add(SmtpReply.TRY_LATER));
        server.deliver(mail("patience"));

        fetching.read(server.settings(folder, OFTEN, Afterwards.DELETE));

        soon().untilAsserted(() -> assertThat(received).hasSizeGreaterThan(1));
        assertThat(server.flags("INBOX")).singleElement().matches(flags -> !flags.contains(Flags.Flag.SEEN));
    }

    @Test
    void movesWhatIsDone() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        server.createFolder("Done");
        server.deliver(mail("x"));

        fetching.read(server.settings(folder, OFTEN, Afterwards.MOVE));

        soon().untilAsserted(() -> assertThat(server.flags("Done")).hasSize(1));
        soon().untilAsserted(() -> assertThat(server.flags("INBOX")).isEmpty());
    }

    @Test
    void readsTheRestThoughWhatIsDoneCannotBeMoved() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        server.deliver(mail("first"));
        server.deliver(mail("second"));

        fetching.read(server.settings(folder, OFTEN, Afterwards.MOVE));

        soon().untilAsserted(() -> assertThat(received).hasSize(2));
        soon().untilAsserted(() -> assertThat(fetching.meters
                        .counter("gateway.imap.mails", "outcome", "not_filed")
                        .count())
                .isEqualTo(2));
        assertThat(fetching.connected()).isEqualTo(1);
    }

    @Test
    void leavesWhatIsRefusedToPeople() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        replies.add(new SmtpReply(554, "5.6.0 This mail cannot be read"));
        server.deliver(mail("refused"));

        fetching.read(server.settings(folder, OFTEN, Afterwards.DELETE));

        soon().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.FLAGGED)));
    }

    @Test
    void neverDeletesWhatWasLeftToPeople() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        server.deliver(mail("x".repeat(70_000)));
        fetching.read(server.settings(folder, OFTEN, Afterwards.DELETE));
        soon().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.FLAGGED)));

        server.markUnread("INBOX");

        soon().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.SEEN)));
    }

    @Test
    void leavesWhatIsTooLargeToPeople() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        server.deliver(mail("x".repeat(70_000)));
        server.deliver(mail("small"));

        fetching.read(server.settings(folder, OFTEN, Afterwards.DELETE));

        soon().untilAsserted(() -> assertThat(received).hasSize(1));
        assertThat(received.getFirst()).contains("small");
        soon().untilAsserted(() ->
                assertThat(server.flags("INBOX")).singleElement().matches(flags -> flags.contains(Flags.Flag.FLAGGED)));
    }

    @Test
    void goesOnWhenTheServerIsBack() throws Exception {
        int port = Ports.free();
        ImapServer before = fetching.server("imap", port);
        fetching.read(before.settings(folder, SELDOM, Afterwards.DELETE));
        before.deliver(mail("before"));
        soon().untilAsserted(() -> assertThat(received).hasSize(1));

        before.close();
        soon().untilAsserted(() -> assertThat(fetching.connected()).isZero());
        ImapServer after = fetching.server("imap", port);
        after.deliver(mail("first again, by its number"));
        after.deliver(mail("after"));

        soon().untilAsserted(() -> assertThat(received).anyMatch(mail -> mail.contains("after")));
        assertThat(fetching.connected()).isEqualTo(1);
    }

    @Test
    void readsThePasswordAtEachConnection() throws Exception {
        ImapServer server = fetching.server("imap", 0);
        server.deliver(mail("x"));
        ImapSettings settings = server.settings(folder, OFTEN, Afterwards.DELETE);
        Files.writeString(folder.resolve("password"), "wrong");
        assertThatThrownBy(() -> ImapMailbox.open(settings)).isInstanceOf(MessagingException.class);
        fetching.read(settings);

        Files.writeString(folder.resolve("password"), ImapServer.PASSWORD);

        soon().untilAsserted(() -> assertThat(received).hasSize(1));
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
}
