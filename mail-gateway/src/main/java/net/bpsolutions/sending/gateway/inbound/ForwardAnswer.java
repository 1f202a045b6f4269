package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import net.bpsolutions.sending.gateway.challenge.Answer;
import net.bpsolutions.sending.gateway.challenge.Answering;
import net.bpsolutions.sending.gateway.challenge.Challenge;
import net.bpsolutions.sending.gateway.challenge.Redemption;
import net.bpsolutions.sending.gateway.ledger.Ledger;
import net.bpsolutions.sending.gateway.ledger.Notice;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** The one short mail that tells a forwarder what came of it. */
@ApplicationScoped
class ForwardAnswer {

    private final Ledger ledger;
    private final Answers answers;
    private final Answering answering;
    private final Clock clock;

    ForwardAnswer(Ledger ledger, Answers answers, Answering answering, Clock clock) {
        this.ledger = ledger;
        this.answers = answers;
        this.answering = answering;
        this.clock = clock;
    }

    /**
     * Nothing where nobody asked: a forged From must not make us write to strangers. Who holds a key that was right, or
     * takes one of few wrong tries, is answered; that it is done always, the rest within what an address may get, and few
     * strangers for each message.
     */
    Uni<Void> enqueue(SqlConnection tx, Correspondent forwarder, ProofTaker.Taken taken, boolean renewed) {
        return taken.redemption()
                .concerned()
                .map(challenge -> allowed(tx, forwarder, taken.redemption(), challenge)
                        .chain(allowed -> allowed
                                ? answer(tx, taken, renewed)
                                        .chain(answer -> ledger.enqueueNotice(
                                                tx, notice(forwarder, taken.redemption(), challenge, answer)))
                                : Uni.createFrom().voidItem()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Boolean> allowed(
            SqlConnection tx, Correspondent forwarder, Redemption redemption, Challenge challenge) {
        if (redemption instanceof Redemption.Completed) {
            return Uni.createFrom().item(true);
        }
        return isKnown(forwarder, challenge)
                ? answers.allow(tx, forwarder.address())
                : answers.allowStranger(tx, challenge)
                        .chain(allowed -> allowed
                                ? answers.allow(tx, forwarder.address())
                                : Uni.createFrom().item(false));
    }

    /** Shown to be the author's, or of the very domain that this is about. */
    private static boolean isKnown(Correspondent forwarder, Challenge challenge) {
        return forwarder.known().aligned() || forwarder.address().domain().equals(challenge.domain());
    }

    private Uni<Answer> answer(SqlConnection tx, ProofTaker.Taken taken, boolean renewed) {
        return renewed
                ? Uni.createFrom().item(Answer.renewed(taken.domain()))
                : answering.answer(tx, taken.redemption(), taken.domain());
    }

    private Notice notice(Correspondent forwarder, Redemption redemption, Challenge challenge, Answer answer) {
        return new Notice(
                forwarder.answer(outcome(redemption), clock.instant()),
                challenge.clinicId(),
                Mailbox.of(forwarder.address()),
                answer.title(),
                answer.explanation() + "\n",
                null,
                AutoSubmitted.REPLIED,
                clock.instant().plus(Notice.NEWS_FOR));
    }

    /** What a mail came to; delivered a second time it comes to the same. */
    private static String outcome(Redemption redemption) {
        return switch (redemption) {
            case Redemption.Completed _, Redemption.AlreadyUsed _ -> "used";
            case Redemption.Expired _ -> "expired";
            case Redemption.TooManyTries _ -> "tries";
            case Redemption.WrongKey _ -> "wrong";
        };
    }
}
