package net.bpsolutions.sending.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayStandInTest {

    private static final String MAIL = """
            From: =?utf-8?Q?My_H=C3=B6ring?= <blueprintoms@bp-solutions.net>\r
            Reply-To: jane@myhearingclinic.com\r
            To: pat@example.org\r
            Subject: =?utf-8?B?VGVybWluIDxiPmFtPC9iPiDinJM=?=\r
            \r
            Hello <script>alert(1)</script>\r
            ..dot\r
            .""";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private RelayStandIn relay;

    @BeforeEach
    void start() {
        relay = RelayStandIn.start(folder, 0, 0);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void keepsAMailAsItCameOverARestart() throws Exception {
        assertThat(send("bounce@bp-solutions.net", "pat@example.org")).startsWith("250 ");

        relay.close();
        relay = RelayStandIn.start(folder, 0, 0);

        assertThat(relay.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.envelopeSender()).isEqualTo("bounce@bp-solutions.net");
            assertThat(mail.envelopeRecipients()).containsExactly("pat@example.org");
            assertThat(new String(mail.content(), UTF_8))
                    .endsWith("</script>\r\n.dot\r\n")
                    .startsWith("From: =?utf-8?Q?");
        });
    }

    @Test
    void listsDecodedHeadersNewestFirst() throws Exception {
        send("a@bp-solutions.net", "first@example.org");
        send("", "second@example.org");

        String list = get("/messages").body();

        assertThat(list)
                .contains("\"from\":\"My Höring <blueprintoms@bp-solutions.net>\"")
                .contains("\"replyTo\":\"jane@myhearingclinic.com\"")
                .contains("\"subject\":\"Termin <b>am</b> ✓\"")
                .contains("\"envelopeSender\":\"\"");
        assertThat(list.indexOf("second@")).isLessThan(list.indexOf("first@"));
    }

    @Test
    void showsThePageWithoutLettingAMailIntoIt() throws Exception {
        String empty = get("/").body();
        send("a@bp-solutions.net", "pat@example.org");
        HttpResponse<String> page = get("/");

        assertThat(empty).contains("Nothing has arrived yet");
        assertThat(page.body())
                .contains("Termin &lt;b&gt;am&lt;/b&gt; ✓", "&lt;script&gt;", "jane@myhearingclinic.com")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(get("/style.css").statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheSourceOfAMessageAndNothingElseOfTheDisk() throws Exception {
        send("a@bp-solutions.net", "pat@example.org");
        String list = get("/messages").body();
        String id = list.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");

        assertThat(get("/messages/" + id).body()).startsWith("From: =?utf-8?Q?");
        assertThat(get("/messages/..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
        assertThat(get("/messages/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void clearsOnDelete() throws Exception {
        send("a@bp-solutions.net", "pat@example.org");

        var delete = HttpRequest.newBuilder(uri("/messages")).DELETE().build();
        assertThat(http.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);

        assertThat(relay.mails()).isEmpty();
        assertThat(get("/messages").body()).isEqualTo("[]");
    }

    @Test
    void answersAsScriptedUntilToldOtherwise() throws Exception {
        relay.answerTo("pat@example.org", "451 4.2.1 later");
        assertThat(send("a@bp-solutions.net", "Pat@example.org")).isEqualTo("451 4.2.1 later");

        relay.answerTo("pat@example.org", "250 fine");
        relay.answerData("pat@example.org", "554 5.7.1 not authorised");
        assertThat(send("a@bp-solutions.net", "pat@example.org")).isEqualTo("554 5.7.1 not authorised");

        relay.answerData("pat@example.org", "250 fine");
        assertThat(send("a@bp-solutions.net", "pat@example.org")).startsWith("250 ");
        assertThat(relay.mails()).hasSize(1);
    }

    @Test
    void refusesAScriptThatIsNoReply() {
        assertThatThrownBy(() -> relay.answerTo("pat@example.org", "later"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void turnsAwayAPageOfAnotherSite() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.httpPort())) {
            socket.getOutputStream().write("GET /messages HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes(UTF_8));
            assertThat(lines(socket).readLine()).contains("421");
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> RelayStandIn.start(folder, other.getLocalPort(), RelayStandIn.NO_PAGE))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("(relay stand-in, SMTP) is taken");
        }
    }

    /** The last reply of a mail transaction: the first that refuses, or the one to the end of DATA. */
    private String send(String sender, String recipient) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.smtpPort())) {
            BufferedReader in = lines(socket);
            String reply = in.readLine();
            for (String command :
                    List.of("HELO test", "MAIL FROM:<" + sender + ">", "RCPT TO:<" + recipient + ">", "DATA", MAIL)) {
                socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
                reply = in.readLine();
                if (reply.charAt(0) > '3') {
                    return reply;
                }
            }
            return reply;
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + relay.httpPort() + path);
    }
}
