package net.bpsolutions.sending.verifier.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** A DNS server that does not behave, over real sockets. */
public final class OddServer implements AutoCloseable {

    /** What it does to every question. */
    public enum Manner {
        SERVFAIL,
        REFUSED,
        SILENT,

        /** Denies that anything exists, with authority. */
        ABSENT,

        /** Says nothing but "truncated" over UDP, and the truth over TCP. */
        TRUNCATING
    }

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final InetSocketAddress truth;
    private final Manner manner;

    public OddServer(String ip, InetSocketAddress truth, Manner manner) throws IOException {
        this.truth = truth;
        this.manner = manner;
        InetAddress address = InetAddress.getByName(ip);
        this.udp = new DatagramSocket(truth.getPort(), address);
        this.tcp = new ServerSocket(truth.getPort(), 50, address);
        Thread.ofVirtual().start(this::datagrams);
        Thread.ofVirtual().start(this::connections);
    }

    private void datagrams() {
        byte[] buffer = new byte[4096];
        try {
            while (!udp.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                Optional<byte[]> reply = reply(query).map(Message::toWire);
                if (reply.isPresent()) {
                    udp.send(new DatagramPacket(reply.get(), reply.get().length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            udp.close();
        }
    }

    private Optional<Message> reply(Message query) throws IOException {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        switch (manner) {
            case SILENT -> {
                return Optional.empty();
            }
            case SERVFAIL -> reply.getHeader().setRcode(Rcode.SERVFAIL);
            case REFUSED -> reply.getHeader().setRcode(Rcode.REFUSED);
            case TRUNCATING -> reply.getHeader().setFlag(Flags.TC);
            case ABSENT -> {
                reply.getHeader().setRcode(Rcode.NXDOMAIN);
                Name apex = Name.fromString("example.");
                reply.addRecord(new SOARecord(apex, DClass.IN, 5, apex, apex, 1, 1, 1, 1, 5), Section.AUTHORITY);
            }
        }
        return Optional.of(reply);
    }

    private void connections() {
        try {
            while (!tcp.isClosed()) {
                Socket client = tcp.accept();
                Thread.ofVirtual().start(() -> pass(client));
            }
        } catch (IOException closed) {
            udp.close();
        }
    }

    private void pass(Socket client) {
        try (client;
                Socket server = new Socket(truth.getAddress(), truth.getPort())) {
            // Askers send several questions on one connection (RFC 7766 section 6.2.1).
            while (!tcp.isClosed()) {
                relay(client, server);
                relay(server, client);
            }
        } catch (IOException gone) {
            udp.isClosed();
        }
    }

    private static void relay(Socket from, Socket to) throws IOException {
        DataInputStream in = new DataInputStream(from.getInputStream());
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        DataOutputStream out = new DataOutputStream(to.getOutputStream());
        out.writeShort(message.length);
        out.write(message);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
