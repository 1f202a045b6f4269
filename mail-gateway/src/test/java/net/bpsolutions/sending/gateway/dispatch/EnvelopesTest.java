package net.bpsolutions.sending.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.ledger.Lease;
import net.bpsolutions.sending.gateway.ledger.RequestId;
import net.bpsolutions.sending.gateway.ledger.Term;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.gateway.sender.Identity;
import org.junit.jupiter.api.Test;

class EnvelopesTest {

    private static final Mailbox JANE = Mailbox.of(new Address("jane@clinic.example"));
    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void hasBouncesComeToOneAddress() {
        assertThat(sender(Map.of())).isEqualTo(new Address("blueprintoms@bp-solutions.net"));
    }

    @Test
    void hasBouncesNameTheirMailWhereThatIsConfigured() {
        assertThat(sender(Map.of("gateway.vendor.bounce-tokens", "true")))
                .isEqualTo(new Address("blueprintoms+" + TOKEN + "@bp-solutions.net"));
    }

    @Test
    void doesNotStartWithAnAddressThatIsTooLongForTokens() {
        assertThatThrownBy(() -> sender(Map.of(
                        "gateway.vendor.bounce-tokens",
                        "true",
                        "gateway.vendor.bounce-address",
                        "b".repeat(40) + "@bp-solutions.net")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Address sender(Map<String, String> settings) {
        Mail mail = new Mail(
                JANE,
                List.of(Mailbox.of(new Address("pat@example.org"))),
                null,
                "Hi",
                "text",
                null,
                List.of(),
                AutoSubmitted.GENERATED);
        Lease lease = new Lease(
                1,
                1,
                UUID.randomUUID(),
                new RequestId("clinic-42", "rem-1"),
                0,
                "pat@example.org",
                "<" + TOKEN + "@bp-solutions.net>",
                1,
                Lease.Standing.SENDABLE,
                false,
                false,
                mail,
                0,
                false,
                new Term(System.nanoTime(), Duration.ofSeconds(30), Duration.ofHours(1)));
        return new Envelopes(Settings.of(settings))
                .envelope(lease, mail, new Identity(SendingAs.NATIVE, JANE, null))
                .envelopeSender();
    }
}
