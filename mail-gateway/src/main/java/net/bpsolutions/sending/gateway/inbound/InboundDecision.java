package net.bpsolutions.sending.gateway.inbound;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;

/** What a mail to the verification mailbox asks for. Decided by its content alone. */
sealed interface InboundDecision {

    /** Somebody wants the verification message; it goes to nobody but this mailbox. */
    record StartChallenge(Address author) implements InboundDecision {}

    /**
     * A verification message came back. Who forwarded it does not matter: the key is the proof.
     *
     * @param forwarder who is told the outcome; null when that would not be safe
     */
    record Redeem(List<Proof> proofs, @Nullable Address forwarder) implements InboundDecision {}

    /** Taken, and nothing done. */
    record Ignore(Reason reason) implements InboundDecision {}

    /** Why a mail has no consequence; for logs and metrics. */
    enum Reason {
        AUTOMATIC,
        UNREADABLE,
        NO_SINGLE_AUTHOR,
        NO_KEY,
        NOT_ASKED
    }

    Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static InboundDecision of(Reading reading) {
        return switch (reading) {
            case Reading.Understood(var mail) -> of(mail);
            case Reading.Unreadable() -> new Ignore(Reason.UNREADABLE);
        };
    }

    private static InboundDecision of(InboundMail mail) {
        // First of all: a bounce or an absence note quotes our message, key included, without anybody having read it.
        if (mail.automatic()) {
            return new Ignore(Reason.AUTOMATIC);
        }
        List<Proof> proofs = Proofs.in(mail);
        if (!proofs.isEmpty()) {
            return new Redeem(proofs, mail.author());
        }
        return switch (words(mail.subject())) {
            case String subject
            when subject.contains(" domain verification ") ->
                mail.author() == null ? new Ignore(Reason.NO_SINGLE_AUTHOR) : new StartChallenge(mail.author());
            case String subject when subject.contains(" verify your domain ") -> new Ignore(Reason.NO_KEY);
            case String _ -> new Ignore(Reason.NOT_ASKED);
        };
    }

    /** Lower case, one blank around every word, nothing else: {@code RE: Domain-Verification} holds the two words too. */
    private static String words(String subject) {
        return NOT_LETTERS.matcher(" " + subject + " ").replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
