package net.bpsolutions.sending.gateway.inbound.smtp;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** A socket with its two clocks: silence, and a whole life. */
final class SmtpConnection implements SmtpSession.Wire {

    /** The client may still be talking: its last words are read and dropped, or the reset would eat our reply. */
    private static final long LINGER_MILLIS = 2_000;

    private final Vertx vertx;
    private final Context eventLoop;
    private final NetSocket socket;
    private final SmtpLimits limits;
    private final SmtpSession session;
    private long idleTimer = -1;
    private long lifeTimer = -1;

    SmtpConnection(Vertx vertx, NetSocket socket, SmtpLimits limits, MailReceiver receiver) {
        this.vertx = vertx;
        this.eventLoop = vertx.getOrCreateContext();
        this.socket = socket;
        this.limits = limits;
        this.session = new SmtpSession(limits, receiver, this);
    }

    void start() {
        // A client that goes away in the middle is no event worth a log line; the close handler cleans up.
        socket.exceptionHandler(_ -> socket.close());
        socket.handler(this::received);
        lifeTimer = vertx.setTimer(limits.sessionTimeout().toMillis(), _ -> timedOut());
        restartIdleTimer();
        session.greet();
    }

    void refuse(SmtpReply reply) {
        session.end(reply);
    }

    void gone() {
        vertx.cancelTimer(idleTimer);
        vertx.cancelTimer(lifeTimer);
        session.disconnected();
    }

    private void received(Buffer chunk) {
        restartIdleTimer();
        session.received(chunk.getBytes());
    }

    private void restartIdleTimer() {
        vertx.cancelTimer(idleTimer);
        idleTimer = vertx.setTimer(limits.idleTimeout().toMillis(), _ -> timedOut());
    }

    private void timedOut() {
        session.end(new SmtpReply(421, "4.4.2 Timeout, closing"));
    }

    @Override
    public void write(String text) {
        socket.write(text);
    }

    @Override
    public void pause() {
        // While the mail is being taken over the silence is ours.
        vertx.cancelTimer(idleTimer);
        socket.pause();
    }

    @Override
    public void resume() {
        restartIdleTimer();
        socket.resume();
    }

    @Override
    public void close() {
        socket.end();
    }

    @Override
    public void closeLater() {
        vertx.cancelTimer(idleTimer);
        vertx.cancelTimer(lifeTimer);
        socket.resume();
        vertx.setTimer(LINGER_MILLIS, _ -> socket.close());
    }

    @Override
    public void onEventLoop(Runnable task) {
        eventLoop.runOnContext(_ -> task.run());
    }
}
