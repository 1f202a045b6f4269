package net.bpsolutions.sending.verifier.servers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** A resolver that is well, silent or failing, as the last question for {@code <mood>.switch} said. */
public final class MoodyResolver implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 500;

    private final InetSocketAddress truth;
    private final ScriptedResolver front;
    private volatile String mood = "well";

    /** When it is well, it passes on what {@code truth} says. */
    public MoodyResolver(InetSocketAddress truth) {
        this.truth = truth;
        this.front = new ScriptedResolver(this::play);
    }

    public ServerAddress address() {
        return front.address();
    }

    private void play(Message query, ScriptedResolver.Reply reply) throws IOException {
        String name = query.getQuestion().getName().toString(true);
        if (name.endsWith(".switch")) {
            mood = name.substring(0, name.indexOf('.'));
            reply.send(ScriptedResolver.blank(query).toWire());
            return;
        }
        switch (mood) {
            case "well" -> passOn(query, reply);
            case "failing" -> {
                Message failure = ScriptedResolver.blank(query);
                failure.getHeader().setRcode(Rcode.SERVFAIL);
                reply.send(failure.toWire());
            }
            default -> {}
        }
    }

    /** By a socket of its own: an answer that comes too late is nobody else's. */
    private void passOn(Message query, ScriptedResolver.Reply reply) throws IOException {
        byte[] wire = query.toWire();
        try (DatagramSocket relay = new DatagramSocket()) {
            relay.setSoTimeout(PATIENCE_MILLIS);
            relay.send(new DatagramPacket(wire, wire.length, truth));
            DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
            relay.receive(answer);
            reply.send(Arrays.copyOf(answer.getData(), answer.getLength()));
        } catch (SocketTimeoutException lost) {
            // Who asked asks again.
        }
    }

    @Override
    public void close() {
        front.close();
    }
}
