package net.bpsolutions.sending.gateway.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.gateway.startup.Started;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailbox elsewhere, switched on and off by configuration. */
class ImapServiceTest {

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final MailReceiver receiver = new MailReceiver() {
        @Override
        public SmtpReply recipient(String address) {
            return SmtpReply.ACCEPTED;
        }

        @Override
        public Uni<SmtpReply> receive(Envelope envelope, byte[] content) {
            received.add(envelope.sender());
            return Uni.createFrom().item(SmtpReply.ACCEPTED);
        }
    };

    @Test
    void fetchesMailsWhileTheReceivingServerIsOff() throws Exception {
        try (ImapServer server = new ImapServer("imap", 0)) {
            server.deliver("Return-Path: <jane@c.example>\nFrom: jane@c.example\nSubject: x\n\nhello\n");
            ImapService service = service(server, "true");

            service.begin(new Started());

            Fetching.soon().untilAsserted(() -> assertThat(received).containsExactly("jane@c.example"));
            service.end(new ShutdownEvent());
        }
    }

    @Test
    void connectsToNothingUnlessSwitchedOn() throws Exception {
        try (ImapServer server = new ImapServer("imap", 0)) {
            ImapService service = service(server, "false");

            service.begin(new Started());

            assertThat(meters.find("gateway.imap.connected").gauge()).isNull();
            service.end(new ShutdownEvent());
        }
    }

    private ImapService service(ImapServer server, String enabled) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), ImapServer.PASSWORD);
        Map<String, String> settings = Map.of(
                "gateway.inbound.enabled", "false",
                "gateway.imap.enabled", enabled,
                "gateway.imap.host", "127.0.0.1",
                "gateway.imap.port", Integer.toString(server.port()),
                "gateway.imap.tls", "none",
                "gateway.imap.user", "verification",
                "gateway.imap.password-file", password.toString(),
                "gateway.imap.poll-interval", "1s");
        return new ImapService(Settings.of(settings), receiver, new MemoryClaims(), meters);
    }
}
