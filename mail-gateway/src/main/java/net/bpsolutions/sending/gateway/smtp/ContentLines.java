package net.bpsolutions.sending.gateway.smtp;

import java.io.IOException;
import java.io.OutputStream;

/** Content as DATA carries it: each line ends with CRLF, and a dot at its start is doubled (RFC 5321 §4.5.2). */
final class ContentLines extends OutputStream {

    private final OutputStream out;
    private int last = '\n';

    ContentLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        if (octet == '\n' && last != '\r') {
            out.write('\r');
        }
        if (octet == '.' && last == '\n') {
            out.write('.');
        }
        out.write(octet);
        last = octet;
    }

    /** Ends the last line, so that nothing but the end of data is missing. */
    void finish() throws IOException {
        if (last != '\n') {
            write('\n');
        }
        out.flush();
    }
}
