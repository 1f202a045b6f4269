package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A client that sends exactly the octets it is told to, and waits for the reply to each command. */
final class SmtpClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final BufferedReader replies;

    SmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        reply();
    }

    /** Delivers a mail and gives the reply to its end. */
    static String deliver(int port, String sender, String recipient, String mail) throws IOException {
        try (SmtpClient client = new SmtpClient(port)) {
            client.command("EHLO client.example");
            client.command("MAIL FROM:<" + sender + ">");
            String taken = client.command("RCPT TO:<" + recipient + ">");
            if (!taken.startsWith("250")) {
                return taken;
            }
            client.command("DATA");
            return client.command(mail.lines().map(SmtpClient::stuffed).reduce("", (a, b) -> a + b + "\r\n") + ".");
        }
    }

    private static String stuffed(String line) {
        return line.startsWith(".") ? "." + line : line;
    }

    /** The last line of the reply. */
    String command(String line) throws IOException {
        write(line + "\r\n");
        return reply();
    }

    void write(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Every line until the server closes. */
    List<String> rest() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = replies.readLine(); line != null; line = replies.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private String reply() throws IOException {
        String line = replies.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = replies.readLine();
        }
        return line == null ? "closed" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
