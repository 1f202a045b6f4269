package net.bpsolutions.sending.gateway.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig.Afterwards;
import net.bpsolutions.sending.gateway.parts.SelfSigned;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are believed to be the one that was meant. */
class ImapTrustTest {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @AutoClose
    private final Fetching fetching = new Fetching();

    @Test
    void refusesCertificateOfStranger() throws Exception {
        ImapServer server = fetching.server("imaps", 0);

        assertThatThrownBy(() -> ImapMailbox.open(server.settings(folder, OFTEN, Afterwards.DELETE)))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining(CertificateException.class.getPackageName());
    }

    @Test
    void readsMailboxOfServerWhoseAuthorityIsNamed() throws Exception {
        ImapServer server = fetching.server("imaps", 0);
        server.deliver(Fetching.mail("hello"));

        fetching.read(server.settings("localhost", ImapServer.certificate().certificate(), folder));

        Fetching.soon().untilAsserted(() -> assertThat(fetching.received).hasSize(1));
    }

    @Test
    void refusesCertificateForAnotherName() {
        ImapServer server = fetching.server("imaps", 0);
        Path authority = ImapServer.certificate().certificate();

        assertThatThrownBy(() -> ImapMailbox.open(server.settings("127.0.0.1", authority, folder)))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void refusesCertificateOfAnotherAuthority() throws Exception {
        ImapServer server = fetching.server("imaps", 0);
        Path other = SelfSigned.in(folder, "authority").certificate();

        assertThatThrownBy(() -> ImapMailbox.open(server.settings("localhost", other, folder)))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining(CertificateException.class.getPackageName());
    }

    @Test
    void trustsNobodyWhenTheAuthorityCannotBeRead() throws Exception {
        ImapServer server = fetching.server("imaps", 0);
        Path empty = Files.writeString(folder.resolve("empty"), "no certificate\n");

        assertThatThrownBy(() -> ImapMailbox.open(server.settings("localhost", empty, folder)))
                .isInstanceOf(IOException.class);
    }
}
