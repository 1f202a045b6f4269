package net.bpsolutions.sending.gateway.inbound;

import java.util.List;
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

    /** A person wants something that we did not understand, and is told how it works when that is safe. */
    record Explain(Address author, Puzzle puzzle) implements InboundDecision {}

    /** Taken, and nothing done. */
    record Ignore(Reason reason) implements InboundDecision {}

    /** What is not understood. */
    enum Puzzle {
        /** The message came back without its key, or with a part of it. */
        NO_KEY,
        /** A security gateway put a link of its own in the place of ours. */
        LINK_REPLACED,
        /** Outlook packed the message into a file of its own. */
        OUTLOOK_FILE,
        /** The message was asked for, and the domain does not wait for it. */
        NOTHING_TO_PROVE,
        /** It is about something else. */
        SOMETHING_ELSE
    }

    /** Why a mail has no consequence; for logs and metrics. */
    enum Reason {
        AUTOMATIC,
        UNREADABLE,
        NO_SINGLE_AUTHOR
    }

    /** What is left of our message when the key is not. */
    Pattern OUR_WORDS = Pattern.compile("verify your domain|/verify-domain\\b", Pattern.CASE_INSENSITIVE);

    static InboundDecision of(Reading reading) {
        return switch (reading) {
            case Reading.Understood(var mail) -> of(mail);
            case Reading.Unreadable() -> new Ignore(Reason.UNREADABLE);
        };
    }

    private static InboundDecision of(InboundMail mail) {
        // First of all: a bounce or an absence note quotes our message, key included, without anybody having read it.
        Address resender = mail.trace().resender();
        if (mail.automatic() && resender == null) {
            return new Ignore(Reason.AUTOMATIC);
        }
        Address author = resender != null ? resender : mail.author();
        List<Proof> proofs = Proofs.in(mail);
        if (!proofs.isEmpty()) {
            return new Redeem(proofs, author);
        }
        Subject subject = Subject.of(mail.subject());
        if (mail.automatic() && !subject.isOurs()) {
            // An answer of ours that a rule sends back: answered, it would come back again.
            return new Ignore(Reason.AUTOMATIC);
        }
        if (author == null) {
            return new Ignore(Reason.NO_SINGLE_AUTHOR);
        }
        return subject.asks() ? new StartChallenge(author) : withoutKey(mail, subject, author);
    }

    private static InboundDecision withoutKey(InboundMail mail, Subject subject, Address author) {
        if (mail.texts().stream().anyMatch(WrappedLinks::isUndecodable)) {
            return new Explain(author, Puzzle.LINK_REPLACED);
        }
        if (mail.trace().tnef()) {
            return new Explain(author, Puzzle.OUTLOOK_FILE);
        }
        if (subject.isOurs()
                || mail.texts().stream()
                        .anyMatch(text -> OUR_WORDS.matcher(text).find())) {
            return new Explain(author, Puzzle.NO_KEY);
        }
        // The recipient says it all: a mail without a subject asks for the message.
        return subject.isEmpty() ? new StartChallenge(author) : new Explain(author, Puzzle.SOMETHING_ELSE);
    }
}
