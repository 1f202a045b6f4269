package net.bpsolutions.sending.local.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows the mailbox: {@code /} to people; {@code /messages}, {@code /messages/{id}} (the source) and {@code DELETE
 * /messages} to programs.
 */
public final class MailboxPage implements AutoCloseable {

    private static final String MESSAGES = "/messages";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1");

    private final Mailbox mailbox;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Serves from now on. */
    public MailboxPage(InetSocketAddress address, Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            respond(exchange, isMeantForUs(exchange) ? response(exchange) : Response.text(421, "not this host"));
        }
    }

    /** A page of some other site whose name was made to resolve to loopback must not read the mails. */
    private static boolean isMeantForUs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && OUR_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private Response response(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> get(path);
            case "DELETE" -> delete(path);
            default -> Response.text(405, "GET and DELETE only");
        };
    }

    private Response get(String path) throws IOException {
        if (path.equals(MESSAGES)) {
            return new Response(200, "application/json", JSON.writeValueAsBytes(summaries()));
        }
        if (path.startsWith(MESSAGES + "/")) {
            return mailbox.content(path.substring(MESSAGES.length() + 1))
                    .map(content -> new Response(200, "text/plain; charset=utf-8", content))
                    .orElseGet(() -> Response.text(404, "no such message"));
        }
        return switch (path) {
            case "/" -> Response.of("text/html; charset=utf-8", MailboxHtml.page(mailbox));
            case "/style.css" -> Response.of("text/css; charset=utf-8", MailboxHtml.style());
            default -> Response.text(404, "not found");
        };
    }

    private Response delete(String path) {
        if (!path.equals(MESSAGES)) {
            return Response.text(404, "not found");
        }
        mailbox.clear();
        return new Response(204, "text/plain; charset=utf-8", new byte[0]);
    }

    private List<MailSummary> summaries() {
        return mailbox.newestFirst().stream()
                .map(envelope -> mailbox.content(envelope.id()).map(content -> MailSummary.of(envelope, content)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void respond(HttpExchange exchange, Response response) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.contentType());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        boolean empty =
                response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            exchange.getResponseBody().write(response.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed from one method to the next.
    private record Response(int status, String contentType, byte[] body) {

        static Response of(String contentType, String body) {
            return new Response(200, contentType, body.getBytes(StandardCharsets.UTF_8));
        }

        static Response text(int status, String body) {
            return new Response(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
