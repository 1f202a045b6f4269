package net.bpsolutions.sending.gateway.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which an operator mounts the clinics' own accounts. */
public record Accounts(Path folder) {

    /** Puts a clinic's file there, or changes it. */
    public void write(String clinicId, String content) {
        try {
            Files.writeString(folder.resolve(clinicId), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
