package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.gateway.challenge.ChallengeRedeemer;
import net.bpsolutions.sending.gateway.challenge.Redemption;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import org.jspecify.annotations.Nullable;

/** Redeems the keys of a forwarded message and tells the forwarder, all in one transaction. */
@ApplicationScoped
class ProofTaker {

    private final ChallengeRedeemer redeemer;
    private final ForwardAnswer answer;
    private final Transactions transactions;

    ProofTaker(ChallengeRedeemer redeemer, ForwardAnswer answer, Transactions transactions) {
        this.redeemer = redeemer;
        this.answer = answer;
        this.transactions = transactions;
    }

    /** What came of one proof. */
    record Taken(DomainName domain, Redemption redemption) {}

    Uni<SmtpReply> take(List<Proof> proofs, @Nullable Address forwarder) {
        return transactions
                .run(tx -> redeemAll(tx, proofs).chain(best -> tell(tx, best, forwarder)))
                .replaceWith(SmtpReply.ACCEPTED);
    }

    private Uni<Taken> redeemAll(SqlConnection tx, List<Proof> proofs) {
        return Multi.createFrom()
                .iterable(proofs)
                .onItem()
                .transformToUniAndConcatenate(proof -> redeem(tx, proof))
                .collect()
                .asList()
                .map(all -> all.stream()
                        .min(Comparator.comparingInt(taken -> rank(taken.redemption())))
                        .orElseThrow());
    }

    private Uni<Taken> redeem(SqlConnection tx, Proof proof) {
        return redeemer.redeem(tx, proof.domain(), proof.key(), VerificationMethod.EMAIL_FORWARD)
                .map(redemption -> new Taken(proof.domain(), redemption));
    }

    private Uni<Void> tell(SqlConnection tx, Taken best, @Nullable Address forwarder) {
        return forwarder == null ? Uni.createFrom().voidItem() : answer.enqueue(tx, forwarder, best);
    }

    /** Of several keys in a mail the happiest outcome is the one to tell. */
    private static int rank(Redemption redemption) {
        return switch (redemption) {
            case Redemption.Completed _ -> 0;
            case Redemption.AlreadyUsed _ -> 1;
            case Redemption.Expired _ -> 2;
            case Redemption.TooManyTries _ -> 3;
            case Redemption.WrongKey _ -> 4;
        };
    }
}
