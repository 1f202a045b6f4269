package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import net.bpsolutions.sending.gateway.challenge.Answer;
import net.bpsolutions.sending.gateway.challenge.Challenge;
import net.bpsolutions.sending.gateway.ledger.Ledger;
import net.bpsolutions.sending.gateway.ledger.Notice;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** The one short mail that tells a forwarder what came of it. */
@ApplicationScoped
class ForwardAnswer {

    private static final Duration NEWS_FOR = Duration.ofDays(1);

    private final Ledger ledger;
    private final Clock clock;

    ForwardAnswer(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Nothing where nobody asked: a forged From must not make us write to strangers. Who holds a key that was right, or
     * takes one of few wrong tries, is answered.
     */
    Uni<Void> enqueue(SqlConnection tx, Address forwarder, ProofTaker.Taken taken, boolean renewed) {
        return taken.redemption()
                .concerned()
                .map(challenge -> ledger.enqueueNotice(tx, notice(forwarder, taken, challenge, renewed)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Notice notice(Address forwarder, ProofTaker.Taken taken, Challenge challenge, boolean renewed) {
        Answer answer = renewed ? Answer.renewed(taken.domain()) : Answer.to(taken.redemption(), taken.domain());
        return new Notice(
                UUID.randomUUID(),
                challenge.clinicId(),
                Mailbox.of(forwarder),
                answer.title(),
                answer.explanation() + "\n",
                null,
                AutoSubmitted.REPLIED,
                clock.instant().plus(NEWS_FOR));
    }
}
