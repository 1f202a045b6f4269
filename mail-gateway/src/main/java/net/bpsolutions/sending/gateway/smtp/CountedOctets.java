package net.bpsolutions.sending.gateway.smtp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Knows how much went through. */
final class CountedOctets extends FilterOutputStream {

    private long count;

    CountedOctets(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        count++;
    }

    long count() {
        return count;
    }
}
