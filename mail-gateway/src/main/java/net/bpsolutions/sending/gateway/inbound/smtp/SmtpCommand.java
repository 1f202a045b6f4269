package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command line, understood (RFC 5321 §4.1). */
sealed interface SmtpCommand {

    record Hello(boolean extended, String client) implements SmtpCommand {}

    record StartTls() implements SmtpCommand {}

    /**
     * Starts a mail.
     *
     * @param declaredSize octets by the SIZE parameter (RFC 1870); 0 when not given
     */
    record Mail(String sender, long declaredSize) implements SmtpCommand {}

    record Recipient(String address) implements SmtpCommand {}

    record Data() implements SmtpCommand {}

    record Reset() implements SmtpCommand {}

    record Nothing() implements SmtpCommand {}

    record Verify() implements SmtpCommand {}

    record Quit() implements SmtpCommand {}

    record Refused(SmtpReply reply) implements SmtpCommand {}

    Pattern MAIL = Pattern.compile("FROM: ?<([^<>\\s]*)>(?: +(.*))?", Pattern.CASE_INSENSITIVE);
    Pattern RCPT = Pattern.compile("TO: ?<([^<>\\s]+)>(?: +(.*))?", Pattern.CASE_INSENSITIVE);
    Pattern SIZE = Pattern.compile("SIZE=([0-9]{1,18})", Pattern.CASE_INSENSITIVE);
    Pattern BODY = Pattern.compile("BODY=(?:7BIT|8BITMIME)", Pattern.CASE_INSENSITIVE);
    Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

    SmtpReply UNSUPPORTED_PARAMETER = new SmtpReply(555, "5.5.4 Unsupported parameter");

    /**
     * Understands a line, or says why it cannot.
     *
     * @param line one character an octet
     */
    static SmtpCommand parse(String line) {
        String text = line.strip();
        if (!PRINTABLE.matcher(text).matches()) {
            return new Refused(new SmtpReply(500, "5.5.2 Printable ASCII only"));
        }
        int space = text.indexOf(' ');
        String verb = (space < 0 ? text : text.substring(0, space)).toUpperCase(Locale.ROOT);
        String rest = space < 0 ? "" : text.substring(space + 1).strip();
        return switch (verb) {
            case "HELO" -> hello(rest, false);
            case "EHLO" -> hello(rest, true);
            case "STARTTLS" -> rest.isEmpty() ? new StartTls() : syntax("STARTTLS");
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> rest.isEmpty() ? new Data() : syntax("DATA");
            case "RSET" -> new Reset();
            case "NOOP" -> new Nothing();
            case "VRFY", "EXPN", "HELP" -> new Verify();
            case "QUIT" -> new Quit();
            // Not announced. Its octets would follow uncounted and be read as commands: end it here.
            case "BDAT" -> new Refused(new SmtpReply(521, "5.5.1 CHUNKING is not offered, closing"));
            // A browser was made to talk to us: what its page wants to send follows as commands.
            case "GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT" ->
                new Refused(new SmtpReply(521, "5.5.1 This is no web server, closing"));
            default -> new Refused(new SmtpReply(500, "5.5.1 Command not recognised"));
        };
    }

    private static SmtpCommand hello(String client, boolean extended) {
        return client.isEmpty() ? syntax("HELO/EHLO hostname") : new Hello(extended, client);
    }

    private static SmtpCommand mail(String rest) {
        Matcher path = MAIL.matcher(rest);
        if (!path.matches()) {
            return syntax("MAIL FROM:<address>");
        }
        long size = 0;
        for (String parameter : parameters(path)) {
            Matcher declared = SIZE.matcher(parameter);
            if (declared.matches()) {
                size = Long.parseLong(declared.group(1));
            } else if (!BODY.matcher(parameter).matches()) {
                return new Refused(UNSUPPORTED_PARAMETER);
            }
        }
        return new Mail(path.group(1), size);
    }

    private static SmtpCommand recipient(String rest) {
        Matcher path = RCPT.matcher(rest);
        if (!path.matches()) {
            return syntax("RCPT TO:<address>");
        }
        return parameters(path).length > 0 ? new Refused(UNSUPPORTED_PARAMETER) : new Recipient(path.group(1));
    }

    private static String[] parameters(Matcher path) {
        String given = path.group(2);
        return given == null || given.isBlank() ? new String[0] : given.strip().split(" +");
    }

    private static SmtpCommand syntax(String expected) {
        return new Refused(new SmtpReply(501, "5.5.4 Syntax: " + expected));
    }
}
