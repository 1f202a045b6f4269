package net.bpsolutions.sending.local.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the server's programs are unpacked: once per user, not within anybody else's reach. */
public final class Binaries {

    private Binaries() {}

    /**
     * The folder, made when it is absent.
     *
     * @throws IOException when it belongs to somebody else or cannot be made
     */
    public static File folder() throws IOException {
        Path folder =
                Path.of(System.getProperty("java.io.tmpdir"), "sending-domains-" + System.getProperty("user.name"));
        if (!Files.isDirectory(folder)) {
            createPrivately(folder);
        }
        Path probe = Files.createTempFile(folder, "owner", null);
        boolean ours = Files.getOwner(probe).equals(Files.getOwner(folder));
        Files.delete(probe);
        if (!ours) {
            throw new IOException("The folder " + folder + " belongs to another user.");
        }
        return folder.resolve("postgresql").toFile();
    }

    private static void createPrivately(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
