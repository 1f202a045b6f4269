package net.bpsolutions.sending.gateway.inbound.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream of octets into lines that end in CRLF and in nothing else (RFC 5321 §2.3.8).
 *
 * <p>A CR or LF that stands alone is a violation, not a line end and not text: whatever two servers read differently can
 * be used to smuggle a second mail into the first. NUL is one, too: some end a text there.
 */
final class CrlfLines {

    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private byte[] octets = new byte[1024];
    private int lineStart;
    private int scanned;
    private int end;

    /** What came next. */
    sealed interface Next {
        /** A line without its CRLF, one character an octet (ISO 8859-1). */
        record Line(String octets) implements Next {}

        /** No whole line yet. */
        record Incomplete() implements Next {}

        /** Nothing after this can be trusted. */
        record Violation(Fault fault) implements Next {}
    }

    enum Fault {
        BARE_CR,
        BARE_LF,
        NUL,
        LINE_TOO_LONG
    }

    void feed(byte[] chunk) {
        discardConsumed();
        if (octets.length - end < chunk.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, end + chunk.length));
        }
        System.arraycopy(chunk, 0, octets, end, chunk.length);
        end += chunk.length;
    }

    /** Forgets what was not read yet. */
    void clear() {
        lineStart = 0;
        scanned = 0;
        end = 0;
    }

    private void discardConsumed() {
        System.arraycopy(octets, lineStart, octets, 0, end - lineStart);
        end -= lineStart;
        scanned -= lineStart;
        lineStart = 0;
    }

    /** @param maxLength octets before the CRLF */
    Next next(int maxLength) {
        while (scanned < end) {
            if (scanned - lineStart > maxLength) {
                return new Next.Violation(Fault.LINE_TOO_LONG);
            }
            byte octet = octets[scanned];
            if (octet == LF) {
                return new Next.Violation(Fault.BARE_LF);
            }
            if (octet == 0) {
                return new Next.Violation(Fault.NUL);
            }
            if (octet == CR) {
                return atCarriageReturn();
            }
            scanned++;
        }
        return new Next.Incomplete();
    }

    private Next atCarriageReturn() {
        if (scanned + 1 == end) {
            return new Next.Incomplete();
        }
        if (octets[scanned + 1] != LF) {
            return new Next.Violation(Fault.BARE_CR);
        }
        String line = new String(octets, lineStart, scanned - lineStart, StandardCharsets.ISO_8859_1);
        scanned += 2;
        lineStart = scanned;
        return new Next.Line(line);
    }
}
