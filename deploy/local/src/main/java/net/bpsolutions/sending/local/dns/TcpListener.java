package net.bpsolutions.sending.local.dns;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers length-prefixed queries, any number on one connection (RFC 7766). */
final class TcpListener implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);

    private final ServerSocket server = new ServerSocket();
    private final Responder responder;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    TcpListener(InetSocketAddress address, Responder responder) throws IOException {
        this.responder = responder;
        server.bind(address, BACKLOG);
        Thread.ofVirtual().name("dns-tcp").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                // This server closes, or the system is short of descriptors for a moment.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout((int) IDLE_LIMIT.toMillis());
            connection.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
            boolean open = true;
            while (open) {
                open = answerNext(in, connection);
            }
        } catch (IOException e) {
            // Closed, idle or broken off by the asker.
        } finally {
            connections.remove(connection);
        }
    }

    private boolean answerNext(DataInputStream in, Socket connection) throws IOException {
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        Optional<byte[]> response = responder.overTcp(query);
        if (response.isEmpty()) {
            return false;
        }
        byte[] body = response.get();
        byte[] framed = ByteBuffer.allocate(2 + body.length)
                .putShort((short) body.length)
                .put(body)
                .array();
        connection.getOutputStream().write(framed);
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
