package net.bpsolutions.sending.gateway.inbound.imap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig.Afterwards;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig.Tls;

/**
 * What is needed to read a mailbox, whole.
 *
 * @param account where it is and who may read it
 * @param folder the folder that is read
 * @param pollInterval how long to wait for new mail until looking again
 * @param afterwards what becomes of a mail that is done
 * @param moveTo the folder for it; empty unless it is moved
 * @param authservId whose Authentication-Results are believed; empty for nobody's
 * @param maxSize octets of one mail; larger ones are left, flagged
 */
record ImapSettings(
        Account account,
        String folder,
        Duration pollInterval,
        Afterwards afterwards,
        String moveTo,
        String authservId,
        int maxSize) {

    /**
     * Where a mailbox is.
     *
     * @param authorities the file with those that may have signed the server's certificate; empty for the usual ones
     */
    record Account(String host, int port, Tls tls, Optional<Path> authorities, String user, Path passwordFile) {}

    ImapSettings {
        if (afterwards == Afterwards.MOVE && moveTo.isBlank()) {
            throw new IllegalStateException("gateway.imap.move-to (IMAP_MOVE_TO) is needed to move mail");
        }
    }

    /**
     * Empty when no mailbox is to be read.
     *
     * @throws IllegalStateException names what is missing
     */
    static Optional<ImapSettings> of(ImapConfig config, int maxSize) {
        return config.enabled()
                ? Optional.of(new ImapSettings(
                        new Account(
                                needed(config.host(), "gateway.imap.host (IMAP_HOST)"),
                                config.port(),
                                config.tls(),
                                config.caCertificates(),
                                needed(config.user(), "gateway.imap.user (IMAP_USER)"),
                                needed(config.passwordFile(), "gateway.imap.password-file (IMAP_PASSWORD_FILE)")),
                        config.folder(),
                        config.pollInterval(),
                        config.afterwards(),
                        config.moveTo().orElse(""),
                        config.authservId().orElse(""),
                        maxSize))
                : Optional.empty();
    }

    private static <T> T needed(Optional<T> value, String name) {
        return value.orElseThrow(() -> new IllegalStateException(name + " is needed to read a mailbox"));
    }
}
