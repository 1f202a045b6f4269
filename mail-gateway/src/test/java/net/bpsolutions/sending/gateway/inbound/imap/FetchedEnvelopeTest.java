package net.bpsolutions.sending.gateway.inbound.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchedEnvelopeTest {

    private static final String VERIFICATION = "verification@v.example";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Return-Path: <jane@c.example>|jane@c.example",
                "Return-Path: jane@c.example|jane@c.example",
                "Return-Path: <>|''",
                "Return-Path: (none) <>|''",
                "X: y|unknown@unknown.invalid"
            })
    void takesTheSenderFromTheReturnPath(String header, String sender) {
        assertThat(envelope(header).sender()).isEqualTo(sender);
    }

    @Test
    void takesTheTopmostReturnPath() {
        assertThat(envelope("Return-Path: <>\r\nReturn-Path: <jane@c.example>").nullSender())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "To: Verification <verification@v.example>|verification@v.example",
                "To: x@y.example, <replies@v.example>|replies@v.example",
                "Cc: replies+ab12@v.example|replies+ab12@v.example",
                "Delivered-To: replies@v.example~To: verification@v.example|replies@v.example",
                "X-Original-To: replies@v.example~Delivered-To: mailbox@host.example|replies@v.example",
                "To: undisclosed-recipients:;|verification@v.example",
                "To: somebody@elsewhere.example|verification@v.example",
                "X: y|verification@v.example"
            })
    void findsOurAddresses(String header, String recipient) {
        assertThat(envelope(header.replace("~", "\r\n")).recipients()).containsExactly(recipient);
    }

    @Test
    void boundsTheRecipients() {
        String flood = "To: replies@v.example" + ", a@b.example".repeat(4_000);

        assertThat(envelope(flood).recipients()).containsExactly("replies@v.example");
        assertThat(envelope("X-A: b\r\n".repeat(5_000)).recipients()).containsExactly(VERIFICATION);
    }

    private static Envelope envelope(String header) {
        HeaderFields fields = HeaderFields.of((header + "\r\n\r\nx\r\n").getBytes(US_ASCII));
        return FetchedEnvelope.of(
                fields, address -> address.startsWith("replies") || address.equals(VERIFICATION), VERIFICATION, "");
    }
}
