package net.bpsolutions.sending.gateway.inbound.smtp;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A socket with its two clocks, silence and a whole life, and with who is at its other end. */
final class SmtpConnection implements Wire {

    /** The client may still be talking: its last words are read and dropped, or the reset would eat our reply. */
    private static final long LINGER_MILLIS = 2_000;

    private static final SmtpReply FULL = new SmtpReply(421, "4.3.2 Too many connections, try again later");
    private static final SmtpReply ENOUGH = new SmtpReply(421, "4.7.0 Too many connections from you, try again later");
    private static final SmtpReply NO_PROXY = new SmtpReply(521, "5.7.1 Not from here, closing");

    private final Vertx vertx;
    private final Context eventLoop;
    private final NetSocket socket;
    private final SmtpSettings settings;
    private final Places places;
    private final SmtpSession session;
    private @Nullable Announcement announcement;
    private @Nullable String client;
    private boolean securing;
    private boolean takingOver;
    private boolean unread;
    private boolean closing;
    private long idleTimer = -1;
    private long lifeTimer = -1;

    SmtpConnection(Vertx vertx, NetSocket socket, SmtpSettings settings, Shared shared, MailReceiver receiver) {
        this.vertx = vertx;
        this.eventLoop = vertx.getOrCreateContext();
        this.socket = socket;
        this.settings = settings;
        this.places = shared.places();
        this.session = new SmtpSession(settings, shared.room(), receiver, this);
    }

    /** What all connections of a server have together. */
    record Shared(Places places, Room room) {}

    void start() {
        // A client that goes away in the middle is no event worth a log line; the close handler cleans up.
        socket.exceptionHandler(_ -> socket.close());
        socket.closeHandler(_ -> gone());
        socket.handler(this::received);
        boolean room = places.enter();
        lifeTimer = vertx.setTimer(connections().life().toMillis(), _ -> timedOut());
        restartIdleTimer();
        String peer = Optional.ofNullable(socket.remoteAddress().hostAddress()).orElse("");
        if (!room) {
            session.end(FULL);
        } else if (settings.proxies().none()) {
            begin(peer);
        } else if (settings.proxies().contains(peer)) {
            announcement = new Announcement(peer);
        } else {
            session.end(NO_PROXY);
        }
    }

    private void begin(String address) {
        client = address;
        if (places.enter(address)) {
            session.greet();
        } else {
            session.end(ENOUGH);
        }
    }

    private void gone() {
        vertx.cancelTimer(idleTimer);
        vertx.cancelTimer(lifeTimer);
        session.disconnected();
        places.leave();
        if (client != null) {
            places.leave(client);
        }
    }

    private void received(Buffer chunk) {
        if (closing) {
            return;
        }
        restartIdleTimer();
        if (announcement != null) {
            announced(announcement, chunk.getBytes());
        } else if (!securing || socket.isSsl()) {
            session.received(chunk.getBytes());
        }
    }

    private void announced(Announcement before, byte[] chunk) {
        switch (before.add(chunk)) {
            case ProxyHeader.Incomplete() -> {
                // The next octets may complete it.
            }
            case ProxyHeader.Invalid() -> {
                announcement = null;
                session.end(NO_PROXY);
            }
            case ProxyHeader.Own(int length) -> begin(before, before.peer(), length);
            case ProxyHeader.Client(var address, int length) -> begin(before, address, length);
        }
    }

    private void begin(Announcement announced, String address, int headerLength) {
        announcement = null;
        begin(address);
        session.received(announced.after(headerLength));
    }

    private SmtpLimits.OfConnections connections() {
        return settings.limits().connections();
    }

    private void restartIdleTimer() {
        if (closing) {
            return;
        }
        vertx.cancelTimer(idleTimer);
        var patience = places.crowded()
                ? connections().idleWhenCrowded()
                : connections().idle();
        idleTimer = vertx.setTimer(patience.toMillis(), _ -> timedOut());
    }

    private void timedOut() {
        if (closing) {
            cutOff();
        } else {
            session.end(new SmtpReply(421, "4.4.2 Timeout, closing"));
        }
    }

    /** Without waiting for what is not written yet, as {@link NetSocket#close()} does: who does not read would stay for ever. */
    private void cutOff() {
        var _ = ((NetSocketInternal) socket).channelHandlerContext().close();
    }

    /** Who does not read the replies is not listened to: they would pile up here. */
    private void listen() {
        if (takingOver || unread) {
            socket.pause();
        } else {
            socket.resume();
        }
    }

    @Override
    public void write(String text) {
        socket.write(text);
        if (socket.writeQueueFull() && !unread) {
            unread = true;
            listen();
            socket.drainHandler(_ -> {
                unread = false;
                listen();
            });
        }
    }

    @Override
    public String clientAddress() {
        return client == null ? "" : client;
    }

    @Override
    public boolean canSecure() {
        return settings.certificate() != null && !socket.isSsl();
    }

    @Override
    public void secure(String lastWord) {
        securing = true;
        socket.write(lastWord);
        socket.upgradeToSsl().onFailure(_ -> socket.close());
    }

    @Override
    public void pause() {
        // While the mail is being taken over the silence is ours.
        vertx.cancelTimer(idleTimer);
        takingOver = true;
        listen();
    }

    @Override
    public void resume() {
        restartIdleTimer();
        takingOver = false;
        listen();
    }

    @Override
    public void close() {
        closing = true;
        socket.end();
    }

    @Override
    public void closeLater() {
        closing = true;
        vertx.cancelTimer(idleTimer);
        vertx.cancelTimer(lifeTimer);
        socket.resume();
        idleTimer = vertx.setTimer(LINGER_MILLIS, _ -> timedOut());
    }

    @Override
    public void onEventLoop(Runnable task) {
        eventLoop.runOnContext(_ -> task.run());
    }
}
