package net.bpsolutions.sending.local.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;

/** Answers datagrams, one after the other: an answer takes microseconds. */
final class UdpListener implements AutoCloseable {

    private static final int LARGEST = 65_535;
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final DatagramSocket socket;
    private final Responder responder;

    UdpListener(InetSocketAddress address, Responder responder) throws IOException {
        this.socket = new DatagramSocket(address);
        this.socket.setReceiveBufferSize(RECEIVE_BUFFER);
        this.responder = responder;
        Thread.ofVirtual().name("dns-udp").start(this::serve);
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Optional<byte[]> response = responder.overUdp(Arrays.copyOf(buffer, packet.getLength()));
                if (response.isPresent()) {
                    socket.send(new DatagramPacket(response.get(), response.get().length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // The asker is gone, or this server closes: in both cases nobody is left to be told.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
