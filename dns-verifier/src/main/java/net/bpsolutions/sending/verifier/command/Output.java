package net.bpsolutions.sending.verifier.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output: UTF-8, nothing held back, and an end of the reader is noticed. */
final class Output {

    /** As a shell reports a process that SIGPIPE ended. */
    private static final int BROKEN_PIPE = 141;

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    void write(String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The exit status when nobody reads any more, which is their right ({@code | head}), or the disk is full. */
    static int failed(IOException fault) {
        String message = String.valueOf(fault.getMessage());
        if (message.contains("pipe")) {
            return BROKEN_PIPE;
        }
        System.err.println("Standard output cannot be written: " + message);
        return 2;
    }
}
