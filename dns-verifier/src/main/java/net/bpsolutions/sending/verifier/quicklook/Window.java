package net.bpsolutions.sending.verifier.quicklook;

/**
 * How many questions may be under way. Starts low, opens with every answer and closes by half when some are lost, so that
 * neither a first burst nor a slow resolver makes the sockets' buffers run over.
 */
final class Window {

    private static final int FIRST = 32;
    private static final int LEAST = 8;

    private final int most;
    private int size;
    private int underWay;

    Window(int most) {
        this.most = most;
        this.size = Math.min(FIRST, most);
    }

    boolean isOpen() {
        return underWay < size;
    }

    boolean isIdle() {
        return underWay == 0;
    }

    void sent() {
        underWay++;
    }

    void answered() {
        underWay--;
        size = Math.min(most, size + 1);
    }

    /** So many at once, which counts once. */
    void lost(int count) {
        underWay -= count;
        if (count > 0) {
            size = Math.max(Math.min(LEAST, most), size / 2);
        }
    }
}
