package net.bpsolutions.sending.verifier.quicklook;

import java.util.random.RandomGenerator;

/** Message ids nobody can foresee (RFC 5452 §4.5), drawn in bulk, for a draw of one costs as much as a draw of many. */
final class Ids {

    private final RandomGenerator random;
    private final byte[] drawn = new byte[1024];
    private int at = drawn.length;

    Ids(RandomGenerator random) {
        this.random = random;
    }

    int next() {
        if (at == drawn.length) {
            random.nextBytes(drawn);
            at = 0;
        }
        return (drawn[at++] & 0xFF) << 8 | (drawn[at++] & 0xFF);
    }
}
