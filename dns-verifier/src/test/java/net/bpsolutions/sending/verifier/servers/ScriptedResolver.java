package net.bpsolutions.sending.verifier.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A resolver over a real UDP socket of loopback that answers every question as the test says. */
public final class ScriptedResolver implements AutoCloseable {

    private final DatagramSocket socket;
    private final Queue<Message> questions = new ConcurrentLinkedQueue<>();
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    /** What it does with a question. */
    @FunctionalInterface
    public interface Script {

        void play(Message query, Reply reply) throws IOException;
    }

    /** The way back to who asked. */
    public record Reply(DatagramSocket socket, SocketAddress asker) {

        public void send(byte[] datagram) throws IOException {
            socket.send(new DatagramPacket(datagram, datagram.length, asker));
        }
    }

    public ScriptedResolver(Script script) {
        try {
            this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setReceiveBufferSize(1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = Thread.ofPlatform().daemon().start(() -> serve(script));
    }

    /** Answers everything with {@code lines}, each "TYPE RDATA" at the name asked for. */
    public static ScriptedResolver answering(String... lines) {
        return new ScriptedResolver(
                (query, reply) -> reply.send(answer(query, lines).toWire()));
    }

    /** An answer at the name that {@code query} asks for, with a TTL of 300 s. */
    public static Message answer(Message query, String... lines) throws IOException {
        Name name = query.getQuestion().getName();
        Message answer = blank(query);
        for (String line : lines) {
            answer.addRecord(record(name.toString(), line), Section.ANSWER);
        }
        return answer;
    }

    /** From "TYPE RDATA", with a TTL of 300 s. */
    public static Record record(String owner, String line) throws IOException {
        String[] words = line.split(" ", 2);
        return Record.fromString(Name.fromString(owner), Type.value(words[0]), DClass.IN, 300, words[1], Name.root);
    }

    /** A reply that says nothing yet. */
    public static Message blank(Message query) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RA);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    public ServerAddress address() {
        return new ServerAddress("127.0.0.1", socket.getLocalPort());
    }

    /** In the order in which they came. */
    public List<Message> questions() {
        return List.copyOf(questions);
    }

    /** From which they came. */
    public Set<Integer> ports() {
        return Set.copyOf(ports);
    }

    private void serve(Script script) {
        byte[] buffer = new byte[4096];
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                questions.add(query);
                ports.add(packet.getPort());
                script.play(query, new Reply(socket, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            socket.close();
        }
    }

    /** Nobody listens any more then: the system frees the port only when nothing reads from it. */
    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
