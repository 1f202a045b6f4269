package net.bpsolutions.sending.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.smtp.Account;

/** Finds a clinic's own account. Each look reads its file, so what an operator changes holds for the next attempt. */
@ApplicationScoped
public class OwnAccounts {

    /** No account fills more, and a file that does is none. */
    private static final int MAX_OCTETS = 16 * 1024;

    private final Optional<Path> folder;

    /** For the container. */
    public OwnAccounts(GatewayConfig config) {
        this.folder =
                config.ownAccounts().folder().filter(name -> !name.isBlank()).map(Path::of);
    }

    /** What there is for a clinic. */
    public sealed interface Finding {

        /** Its account, whole. */
        record Found(Account account) implements Finding {}

        /** Nothing that mail could leave by; the code says why. */
        record None(String reason) implements Finding {}
    }

    /** Reads the file; blocks as long as that takes. */
    public Finding of(String clinicId) {
        Optional<String> name = AccountFile.name(clinicId);
        if (folder.isEmpty() || name.isEmpty()) {
            return new Finding.None("own-account-not-configured");
        }
        Path file = folder.get().resolve(name.get());
        try {
            return Files.size(file) > MAX_OCTETS
                    ? new Finding.None("own-account-unusable")
                    : read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException absent) {
            return new Finding.None("own-account-not-configured");
        } catch (IOException unreadable) {
            return new Finding.None("own-account-unusable");
        }
    }

    private static Finding read(String text) {
        return AccountFile.read(text)
                .<Finding>map(Finding.Found::new)
                .orElseGet(() -> new Finding.None("own-account-unusable"));
    }
}
