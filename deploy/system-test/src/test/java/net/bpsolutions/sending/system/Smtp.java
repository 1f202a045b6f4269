package net.bpsolutions.sending.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** The smallest SMTP client (RFC 5321 §3.1–3.3) that hands over one mail. */
final class Smtp {

    private final int port;

    Smtp(int port) {
        this.port = port;
    }

    /** Sends one mail; {@code content} has its header section and CRLF line ends. Returns the final reply. */
    String send(String sender, String recipient, String content) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                OutputStream out = socket.getOutputStream()) {
            socket.setSoTimeout(30_000);
            reply(in);
            say(out, in, "EHLO client.example");
            say(out, in, "MAIL FROM:<" + sender + ">");
            String accepted = say(out, in, "RCPT TO:<" + recipient + ">");
            if (!accepted.startsWith("250")) {
                return accepted;
            }
            say(out, in, "DATA");
            String last = say(out, in, content.replace("\r\n.", "\r\n..") + "\r\n.");
            say(out, in, "QUIT");
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String say(OutputStream out, BufferedReader in, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
        return reply(in);
    }

    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line == null ? "" : line;
    }
}
