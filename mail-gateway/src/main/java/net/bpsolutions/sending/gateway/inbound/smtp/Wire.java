package net.bpsolutions.sending.gateway.inbound.smtp;

/** The connection under a session. */
interface Wire {

    void write(String text);

    /** The IP address of the client; empty when it is not known. */
    String clientAddress();

    /** Whether STARTTLS makes sense: there is a certificate, and the connection is in the clear still. */
    boolean canSecure();

    /** Writes a last word in the clear and goes on in TLS. What comes in until then is dropped. */
    void secure(String lastWord);

    /** No more input is wanted until {@link #resume()}. */
    void pause();

    void resume();

    /** Closes once everything is written. */
    void close();

    /** Closes a little later, so that a client that still talks can read the last reply. */
    void closeLater();

    /** Runs {@code task} on the connection's event loop. */
    void onEventLoop(Runnable task);
}
