package net.bpsolutions.sending.gateway.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay that says its lines, one for each thing it hears, and then what its ending says. */
final class ScriptedRelay implements AutoCloseable {

    /** What it does when its lines are used up. */
    enum Ending {
        HANG_UP,
        FALL_SILENT
    }

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> replies;
    private final Ending ending;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    ScriptedRelay(Ending ending, String... replies) throws IOException {
        this.replies = List.of(replies);
        this.ending = ending;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket connection) {
        try {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = connection.getOutputStream();
            boolean first = true;
            for (String reply : replies) {
                if (!first) {
                    hear(in);
                }
                first = false;
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            hear(in);
            if (ending == Ending.HANG_UP) {
                connection.close();
            }
        } catch (IOException gone) {
            // The other side has hung up.
        }
    }

    /** A command; or, when it is the reply to a mail's end that comes next, everything up to the final dot. */
    private void hear(BufferedReader in) throws IOException {
        boolean content = !heard.isEmpty() && heard.getLast().equals("DATA");
        String line = in.readLine();
        while (content && line != null && !line.equals(".")) {
            line = in.readLine();
        }
        heard.add(String.valueOf(line));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
