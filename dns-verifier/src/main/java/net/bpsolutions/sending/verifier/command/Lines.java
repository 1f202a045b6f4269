package net.bpsolutions.sending.verifier.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one at a time, however many and however long. CRLF is fine, and so is a byte order mark. */
final class Lines {

    private static final int LONGEST = 2000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Reader reader;
    private int number;

    Lines(InputStream input) {
        this.reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /** Of the line read last, from 1. */
    int number() {
        return number;
    }

    /** The next one, cut to a length that no name has; null at the end. */
    @Nullable String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        number++;
        while (character >= 0 && character != '\n') {
            if (line.length() < LONGEST && character != BYTE_ORDER_MARK) {
                line.append((char) character);
            }
            character = reader.read();
        }
        return line.toString();
    }
}
