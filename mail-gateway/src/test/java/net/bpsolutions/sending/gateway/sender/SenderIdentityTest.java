package net.bpsolutions.sending.gateway.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SenderIdentityTest {

    private static final Address FALLBACK = new Address("blueprintoms@bp-solutions.net");
    private static final Mailbox JANE = new Mailbox("My Hearing Clinic", new Address("jane@clinic.example"));
    private static final Mailbox DESK = new Mailbox("Desk", new Address("desk@clinic.example"));

    @Test
    void fallsBackWhenNothingIsKnown() {
        Identity identity = decide(Optional.empty(), JANE, null);

        assertThat(identity)
                .isEqualTo(new Identity(SendingAs.FALLBACK, new Mailbox("My Hearing Clinic", FALLBACK), JANE));
    }

    @Test
    void keepsTheReplyToOfTheRequestWhenItFallsBack() {
        assertThat(decide(status(SendingAs.FALLBACK), JANE, DESK).replyTo()).isEqualTo(DESK);
    }

    @Test
    void namesTheDomainOfWhoHasNoName() {
        assertThat(decide(Optional.empty(), Mailbox.of(JANE.address()), null)
                        .from()
                        .name())
                .isEqualTo("clinic.example");
    }

    @ParameterizedTest
    @EnumSource(
            value = SendingAs.class,
            names = {"NATIVE", "OWN_ACCOUNT"})
    void leavesTheMailAsItIsWhenItMay(SendingAs sendingAs) {
        assertThat(decide(status(sendingAs), JANE, null)).isEqualTo(new Identity(sendingAs, JANE, null));
    }

    private static Identity decide(Optional<SenderStatus> status, Mailbox from, @Nullable Mailbox replyTo) {
        Mailbox patient = Mailbox.of(new Address("pat@example.org"));
        Mail mail = new Mail(from, List.of(patient), replyTo, "Hi", "text", null, List.of(), AutoSubmitted.GENERATED);
        return SenderIdentity.decide(status, mail, FALLBACK);
    }

    private static Optional<SenderStatus> status(SendingAs sendingAs) {
        return Optional.of(new SenderStatus(
                UUID.randomUUID(),
                Instant.EPOCH,
                1,
                UUID.randomUUID(),
                "clinic-42",
                "clinic.example",
                DomainStatus.VERIFIED,
                sendingAs,
                null,
                "test"));
    }
}
