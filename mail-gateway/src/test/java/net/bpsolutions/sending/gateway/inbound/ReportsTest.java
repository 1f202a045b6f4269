package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.bpsolutions.sending.gateway.bounce.Report;
import net.bpsolutions.sending.gateway.bounce.ReportReading;
import net.bpsolutions.sending.gateway.ledger.Bounce.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as servers write them, from the octets on. */
class ReportsTest {

    static final String OURS = "<abc123@bp-solutions.net>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.1.1|smtp; 550 5.1.1 no such user|HARD|5.1.1|false",
                "5.1.10|smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound|HARD|5.1.10|false",
                "5.0.0|smtp; 550 5.1.1 User unknown|HARD|5.1.1|false",
                "5.0.0|smtp; 550 Mailbox not found|HARD|5.0.0|false",
                "5.2.2|smtp; 552 5.2.2 mailbox full|SOFT|5.2.2|false",
                "5.1.8|smtp; 553 5.1.8 bad sender domain|SOFT|5.1.8|false",
                "5.7.1|smtp; 550 5.7.1 spam|SOFT|5.7.1|false",
                "5.7.26|smtp; 550-5.7.26 unauthenticated email|SOFT|5.7.26|true",
                "5.7.1|smtp; 550 5.7.1 DMARC policy violation|SOFT|5.7.1|true",
                "5.7.509|smtp; 550 5.7.509 Access denied|SOFT|5.7.509|true",
                "5.7.515|smtp; 550 5.7.515 Access denied, domain below the required authentication level|SOFT|5.7.515|true",
                "5.7.9|smtp; 554 5.7.9 Message not accepted for policy reasons|SOFT|5.7.9|true",
                "5.1.0|smtp; 550 5.1.0 sender rejected|SOFT|5.1.0|false",
                "5.2.1|smtp; 550 5.2.1 mailbox disabled|HARD|5.2.1|false",
                "4.4.7|smtp; 450 4.4.7 expired|SOFT|4.4.7|false"
            })
    void readsStandardReports(String status, String diagnostic, Kind kind, String best, boolean unauthorised) {
        assertThat(report("failed", status, diagnostic)).isInstanceOfSatisfying(Report.Failed.class, failed -> {
            assertThat(failed.messageIds()).startsWith(OURS);
            assertThat(failed.kind()).isEqualTo(kind);
            assertThat(failed.status()).isEqualTo(best);
            assertThat(failed.unauthorised()).isEqualTo(unauthorised);
        });
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.1", "delivered, 2.0.0", "relayed, 2.0.0", "expanded, 2.1.5"})
    void doesNothingForProgress(String action, String status) {
        assertThat(report(action, status, "x")).isEqualTo(new Report.Progress());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mail delivery failed: returning message to sender|550 5.1.1 <pat@example.org>: Recipient address rejected|HARD",
                "failure notice|Sorry, no mailbox here by that name. (#5.1.1)|HARD",
                "failure notice|Remote host said: 550 no such user here|HARD",
                "Undeliverable: Your appointment|The recipient's mailbox is full. 552 5.2.2|SOFT",
                "Returned mail: see transcript for details|554 5.7.26 unauthenticated|SOFT",
                "Delivery Status Notification (Failure)|The address could not be found: unknown user|HARD"
            })
    void readsFreeForms(String subject, String text, Kind kind) {
        String mail = "From: MAILER-DAEMON@mx.example\r\nSubject: " + subject + "\r\n\r\n" + text
                + "\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: " + OURS + "\r\n";

        assertThat(read(mail, true)).isInstanceOfSatisfying(Report.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(kind);
            assertThat(failed.messageIds()).contains(OURS);
        });
    }

    @Test
    void readsComplaints() {
        assertThat(read(complaint(OURS), false)).isInstanceOfSatisfying(Report.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(Kind.COMPLAINT);
            assertThat(failed.messageIds()).containsExactly(OURS);
        });
    }

    @Test
    void readsTheFailureAmongSeveralRecipients() {
        String mail = dsn(OURS, "delivered", "2.1.5", "smtp; 250 ok")
                .replace(
                        "--b\r\nContent-Type: text/rfc822-headers",
                        "Final-Recipient: rfc822; joe@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"
                                + "--b\r\nContent-Type: text/rfc822-headers")
                .replace("250 ok\r\n", "250 ok\r\n\r\n");

        assertThat(read(mail, true))
                .isInstanceOfSatisfying(
                        Report.Failed.class,
                        failed -> assertThat(failed.status()).isEqualTo("5.1.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user ", "\r\n ", "5.1.1", "mailbox mailbox ", "550-", "action:failed\r\n", "\r\n\r\n"})
    void endsInBoundedTimeWhateverIsRepeated(String words) {
        String repeated = words.repeat(900_000 / words.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(report("failed", "5.0.0", repeated)).isNotNull();
            assertThat(read("From: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n\r\n" + repeated, true))
                    .isNotNull();
        });
    }

    @Test
    void takesNoPersonForBounce() {
        String reply = "From: pat@example.org\r\nIn-Reply-To: " + OURS
                + "\r\nSubject: Re: delivery failed?\r\n\r\nMy last mail had an error 550 5.1.1\r\n";

        assertThat(read(reply, false)).isEqualTo(new Report.None());
    }

    @Test
    void takesNoPersonForBounceWhoAttachesOne() {
        String reply = "From: pat@example.org\r\nIn-Reply-To: " + OURS
                + "\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n\r\nI got that.\r\n"
                + "--m\r\nContent-Type: message/rfc822\r\n\r\n";

        assertThat(read(reply + dsn(OURS, "failed", "5.1.1", "x") + "\r\n--m--\r\n", false))
                .isEqualTo(new Report.None());
        assertThat(read(reply + complaint(OURS) + "\r\n--m--\r\n", false)).isEqualTo(new Report.None());
    }

    @Test
    void takesNoAbsenceNoteForBounce() {
        String note =
                "From: pat@example.org\r\nAuto-Submitted: auto-replied\r\nSubject: Out of office\r\n\r\nBack in 2027\r\n";

        assertThat(read(note, true)).isEqualTo(new Report.None());
    }

    private static Report report(String action, String status, String diagnostic) {
        return read(dsn(OURS, action, status, diagnostic), true);
    }

    static String complaint(String messageId) {
        return "From: fbl@isp.example\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n"
                + "--b\r\n\r\nAn abuse report.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n"
                + "Feedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
                + "Message-ID: " + messageId + "\r\nSubject: x\r\n\r\nx\r\n--b--\r\n";
    }

    static String dsn(String messageId, String action, String status, String diagnostic) {
        return "From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail Returned to Sender\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\n\r\nThis is the mail system.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                + "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; pat@example.org\r\nAction: " + action
                + "\r\nStatus: " + status + "\r\nDiagnostic-Code: " + diagnostic
                + "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + messageId
                + "\r\nSubject: x\r\n--b--\r\n";
    }

    private static Report read(String mail, boolean nullSender) {
        Reading.Understood reading = (Reading.Understood) MailReader.read(mail.getBytes(ISO_8859_1), nullSender);
        return ReportReading.of(reading.mail(), nullSender);
    }
}
