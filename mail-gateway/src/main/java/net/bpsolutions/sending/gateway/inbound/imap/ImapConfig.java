package net.bpsolutions.sending.gateway.inbound.imap;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** A mailbox elsewhere that holds what is sent to our addresses. It must be ours alone: what is unread is processed. */
public interface ImapConfig {

    /** Whether it is read. Variable: IMAP_ENABLED. */
    @WithDefault("false")
    boolean enabled();

    /** Host name; it must match the certificate. Variable: IMAP_HOST. */
    Optional<String> host();

    /** Variable: IMAP_PORT. */
    @WithDefault("993")
    @Min(1) @Max(65535) int port();

    /** How the connection is protected. Variable: IMAP_TLS. */
    @WithDefault("tls")
    Tls tls();

    /**
     * The file with the authorities that may have signed the server's certificate, PEM, read at each connection; those that
     * the public trusts when it is not given. Variable: IMAP_CA_CERTIFICATES.
     */
    Optional<Path> caCertificates();

    /** Variable: IMAP_USER. */
    Optional<String> user();

    /** The file that holds the password, read at each connection. Variable: IMAP_PASSWORD_FILE. */
    Optional<Path> passwordFile();

    /** Variable: IMAP_FOLDER. */
    @WithDefault("INBOX")
    @NotBlank String folder();

    /**
     * How often to look where the server does not tell of new mail (IDLE, RFC 2177), and how long IDLE lasts at most where it
     * does: a second to ten minutes. Variable: IMAP_POLL_INTERVAL.
     */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    Duration pollInterval();

    /** What becomes of a mail that is done. Variable: IMAP_AFTERWARDS. */
    @WithDefault("delete")
    Afterwards afterwards();

    /** The existing folder for it, with MOVE. Variable: IMAP_MOVE_TO. */
    Optional<String> moveTo();

    /**
     * The name under which that server writes Authentication-Results (RFC 8601 §2.5); it must remove such fields of others.
     * Without it no author is known to be who he says. Variable: IMAP_AUTHSERV_ID.
     */
    Optional<String> authservId();

    /** Protection of the connection. */
    enum Tls {
        /** From the first octet (RFC 8314 §3.2). */
        TLS,
        /** In the clear: for development, on one machine. */
        NONE
    }

    /** What becomes of a mail that is done. */
    enum Afterwards {
        /** Deleted for good. */
        DELETE,
        /** Marked as read. */
        KEEP,
        /** Marked as read and moved to another folder. */
        MOVE
    }
}
