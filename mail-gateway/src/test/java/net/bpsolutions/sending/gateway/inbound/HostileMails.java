package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What nobody sends by accident. */
final class HostileMails {

    private static final int KIBIBYTE = 1 << 10;
    private static final int MEBIBYTE = 1 << 20;
    private static final int BOMB = 256 * MEBIBYTE;

    private HostileMails() {}

    /**
     * One of them.
     *
     * @param refused it is not read at all, or not to its end
     */
    record HostileMail(String name, boolean refused, Supplier<String> text) {

        byte[] octets() {
            return text.get().getBytes(ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<HostileMail> all() {
        return List.of(
                refused("depth 1,000", HostileMails::deep),
                refused("attached mails, depth 1,000", () -> "Content-Type: message/rfc822\r\n\r\n".repeat(1_000)),
                refused("100,000 parts", () -> mixed("--b\r\n\r\nx\r\n".repeat(100_000))),
                refused("100,000 boundaries", () -> mixed("--b\r\n".repeat(100_000))),
                refused("50 MiB of text", () -> text("x".repeat(50 * MEBIBYTE))),
                read("32 MB of text", () -> text("x ".repeat(16_000_000))),
                read("32 MB of HTML on one line", () -> html("<p>".repeat(10_000_000))),
                read("32 MB in Base64", () -> file("application/octet-stream", "QUJD".repeat(8_000_000))),
                read("32 MB of text in Base64", () -> base64("QUJD".repeat(8_000_000))),
                read("32 MB of attached mail", () -> file("message/x", "QTogYgoK".repeat(4_000_000))),
                read("zip bomb", () -> file("application/zip; name=\"a.zip\"", zipBomb())),
                read("zip bomb named as a mail", () -> file("application/octet-stream; name=\"a.eml\"", zipBomb())),
                read(
                        "200 attached files",
                        () -> mixed(("--b\r\nContent-Type: application/octet-stream; name=a.eml\r\n"
                                        + "Content-Transfer-Encoding: base64\r\n\r\n" + "QTogYgoK".repeat(10_000)
                                        + "\r\n")
                                .repeat(150))),
                refused("100,000 fields", () -> "X-A: b\r\n".repeat(100_000) + "\r\nx"),
                refused("field of 10 MiB", () -> "X-A: " + "b".repeat(10 * MEBIBYTE) + "\r\n\r\nx"),
                refused(
                        "folded field of 10 MiB",
                        () -> "X-A: b" + ("\r\n " + "b".repeat(70)).repeat(140_000) + "\r\n\r\nx"),
                refused(
                        "900 fields of 30 KiB",
                        () -> ("References: " + "<a@b>".repeat(6_000) + "\r\n").repeat(900) + "\r\nx"),
                refused(
                        "many fields in every part",
                        () -> mixed(("--b\r\n" + "Content-Type: text/plain; name=a\r\n".repeat(900) + "\r\nx\r\n")
                                .repeat(150))),
                read(
                        "subject of prefixes",
                        () -> "From: a@b.example\r\nSubject: " + "Re: ".repeat(15_000) + "\r\n\r\n"),
                read(
                        "encoded words",
                        () -> "From: a@b.example\r\nSubject: " + "=?utf-8?q?a?= ".repeat(4_000) + "\r\n\r\n"),
                read(
                        "broken encoded words",
                        () -> "From: a@b.example\r\nSubject: " + "=?utf-8?q?".repeat(6_000) + "\r\n\r\n"),
                read(
                        "encoded words of a charset that nobody knows",
                        () -> "From: a@b.example\r\nSubject: " + "=?a?q?b?= ".repeat(6_000) + "\r\n\r\n"),
                read(
                        "names of encoded words",
                        () -> mixed(named("=?a?q?b?= ".repeat(400)).repeat(195))),
                read(
                        "long names of encoded words",
                        () -> mixed(named("=?a?q?".repeat(10_000)).repeat(15))),
                read("addresses", () -> "From: " + "a@b.example,".repeat(5_000) + "\r\n\r\n"),
                read("comments", () -> "From: " + "(".repeat(60_000) + "\r\n\r\n"),
                read("groups", () -> "From: " + "a:".repeat(30_000) + "\r\n\r\n"),
                read("angle brackets", () -> html("<".repeat(MEBIBYTE))),
                read("open tags", () -> html("<a href=\"".repeat(MEBIBYTE / 9))),
                read("closed tags", () -> html("<a href='x'>".repeat(MEBIBYTE / 12))),
                read("attributes", () -> html("<a " + "href = ".repeat(MEBIBYTE / 7) + ">")),
                read("entities", () -> html("&#".repeat(MEBIBYTE / 2))),
                read("whole entities", () -> html("&#65;".repeat(MEBIBYTE / 5))),
                read(
                        "parts of tags",
                        () -> mixed(
                                ("--b\r\nContent-Type: text/html\r\n\r\n" + "<a href='x'>&amp;".repeat(3_000) + "\r\n")
                                        .repeat(195))),
                read("blanks", () -> text(" ".repeat(MEBIBYTE))),
                read("line ends", () -> text("=\r\n".repeat(MEBIBYTE / 3))),
                read("quotes", () -> text("> > >\r\n".repeat(MEBIBYTE / 7))),
                read("half links", () -> text("domain=aaaaaaaa&key=".repeat(MEBIBYTE / 20))),
                read(
                        "whole links",
                        () -> text("domain=a.example&key=abcdefghijklmnopqrstuvwxyz234567 ".repeat(18_000))),
                read("key words", () -> text("key:key:".repeat(MEBIBYTE / 8))),
                read("domain words", () -> text("domain: a-".repeat(MEBIBYTE / 10))),
                read("groups of four", () -> text("abcd ".repeat(MEBIBYTE / 5))),
                read(
                        "links in percents",
                        () -> text(("https://a.example/" + "%25252525".repeat(500) + " ").repeat(230))),
                read(
                        "links in Base64",
                        () -> text(("https://a.example/?u=" + "aHR0cHM6Ly9h".repeat(400) + " ").repeat(200))),
                read(
                        "links of asterisks",
                        () -> text(("urldefense.com/v3/__" + "**_*".repeat(1_000) + "__;IyMj!!x!$ ").repeat(240))),
                read(
                        "links that never end, each as long as can be",
                        () -> text(("https://" + "urldefense.com/v3/__".repeat(790) + " ").repeat(33))),
                read("links that never end", () -> text("https://urldefense.com/v3/__".repeat(37_000))),
                read(
                        "links of ampersands",
                        () -> text(("https://a.example/?" + "&amp;amp;amp;x=".repeat(300) + " ").repeat(200))),
                read("ampersand that never ends", () -> text("https://a.example/?&" + "amp;".repeat(3_990))),
                read(
                        "flowed",
                        () -> "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n"
                                + "> a \r\n".repeat(MEBIBYTE / 6)),
                read("lying Base64", () -> base64("=A=!".repeat(MEBIBYTE / 4))),
                read(
                        "lying quoted-printable",
                        () -> "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "=A".repeat(MEBIBYTE / 2)),
                read("zeros", () -> text("\0".repeat(MEBIBYTE))),
                read("unknown charset", () -> "Content-Type: text/plain; charset=\"no such\\r\\n\"\r\n\r\nx\r\n"),
                read(
                        "boundary of 60 KB",
                        () -> "Content-Type: multipart/mixed; boundary=" + "b".repeat(60_000) + "\r\n\r\n"
                                + ("--" + "b".repeat(59_999) + "\r\n").repeat(50)),
                read("nearly a boundary", () -> mixed("--b\r\n\r\n" + "\r\n--a".repeat(MEBIBYTE))),
                read(
                        "report of many recipients",
                        () -> "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n"
                                + "Content-Type: message/delivery-status\r\n\r\n"
                                + "Status: 5.1.1\r\nDiagnostic-Code: smtp; user user user\r\n".repeat(18_000)),
                read("nothing", () -> ""),
                read("no header", () -> "x".repeat(KIBIBYTE)));
    }

    private static HostileMail refused(String name, Supplier<String> text) {
        return new HostileMail(name, true, text);
    }

    private static HostileMail read(String name, Supplier<String> text) {
        return new HostileMail(name, false, text);
    }

    private static String deep() {
        StringBuilder mail = new StringBuilder();
        for (int level = 0; level < 1_000; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(level);
            mail.append("\r\n\r\n--b").append(level).append("\r\n");
        }
        return mail.toString();
    }

    private static String zipBomb() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("a"));
            byte[] zeros = new byte[MEBIBYTE];
            for (int written = 0; written < BOMB; written += zeros.length) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getMimeEncoder().encodeToString(octets.toByteArray());
    }

    private static String mixed(String parts) {
        return "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts;
    }

    private static String file(String type, String content) {
        return mixed("--b\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + content
                + "\r\n--b--\r\n");
    }

    private static String named(String name) {
        return "--b\r\nContent-Type: application/x; name=\"" + name + "\"\r\n\r\nx\r\n";
    }

    private static String base64(String content) {
        return "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + content;
    }

    private static String html(String body) {
        return "Content-Type: text/html\r\n\r\n" + body;
    }

    private static String text(String body) {
        return "Content-Type: text/plain\r\n\r\n" + body;
    }
}
