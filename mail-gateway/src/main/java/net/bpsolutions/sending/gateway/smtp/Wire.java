package net.bpsolutions.sending.gateway.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Command lines out, replies in (RFC 5321 §4.5.3.1). Blocks; closing it from another thread ends that. */
final class Wire implements Closeable {

    /** Four times what §4.5.3.1.5 grants, and more lines than any relay needs: what exceeds it is no mail server. */
    private static final int MAX_LINE = 2_048;

    private static final int MAX_LINES = 100;
    private static final int BUFFER = 16 * 1024;

    private final SSLSocketFactory tls;
    private final Socket plain = new Socket();
    private Socket socket = plain;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    /** @param tls whom it trusts */
    Wire(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** @param silence how long a reply may be waited for */
    void connect(String host, int port, Duration patience, Duration silence) throws IOException {
        plain.setTcpNoDelay(true);
        plain.connect(new InetSocketAddress(host, port), millis(patience));
        plain.setSoTimeout(millis(silence));
        use(plain);
    }

    /** From here on in TLS, with a certificate that bears {@code host}. What came in the clear is forgotten. */
    void secure(String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        use(secured);
    }

    private void use(Socket now) throws IOException {
        socket = now;
        in = new BufferedInputStream(now.getInputStream(), BUFFER);
        out = new BufferedOutputStream(now.getOutputStream(), BUFFER);
    }

    /** Says a line and hears what comes back. */
    Reply ask(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return hear();
    }

    /** For the content; nothing is buffered beyond a flush. */
    OutputStream out() {
        return out;
    }

    Reply hear() throws IOException {
        List<String> texts = new ArrayList<>();
        while (texts.size() < MAX_LINES) {
            String line = line();
            if (!line.matches("[2-5]\\d\\d(?:[ -].*)?")) {
                throw new ProtocolException("no reply");
            }
            texts.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return Reply.of(Integer.parseInt(line, 0, 3, 10), texts);
            }
        }
        throw new ProtocolException("endless reply");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the relay hung up");
            }
            if (line.size() == MAX_LINE) {
                throw new ProtocolException("endless line");
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        // Whatever it is, each octet is a character.
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toMillis()));
    }

    /** At once, whatever a thread is doing with it: the plain socket needs no goodbye that could wait. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    boolean closed() {
        return plain.isClosed() || socket.isClosed();
    }
}
