package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.challenge.ChallengeIssuer;
import net.bpsolutions.sending.gateway.challenge.ChallengeRedeemer;
import net.bpsolutions.sending.gateway.challenge.Redemption;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import org.jspecify.annotations.Nullable;

/** Redeems the keys of a forwarded message and tells the forwarder, all in one transaction. */
@ApplicationScoped
class ProofTaker {

    private final ChallengeRedeemer redeemer;
    private final ChallengeIssuer issuer;
    private final ForwardAnswer answer;
    private final Transactions transactions;

    ProofTaker(ChallengeRedeemer redeemer, ChallengeIssuer issuer, ForwardAnswer answer, Transactions transactions) {
        this.redeemer = redeemer;
        this.issuer = issuer;
        this.answer = answer;
        this.transactions = transactions;
    }

    /** What came of one proof. */
    record Taken(DomainName domain, Redemption redemption) {}

    /** @param forwarder who is told; null when nobody can be */
    Uni<SmtpReply> take(List<Proof> proofs, @Nullable Correspondent forwarder) {
        Authentication known = forwarder == null ? Authentication.UNKNOWN : forwarder.known();
        return transactions
                .run(tx -> redeemAll(tx, proofs, known).chain(best -> tell(tx, best, forwarder)))
                .replaceWith(SmtpReply.ACCEPTED);
    }

    private Uni<Taken> redeemAll(SqlConnection tx, List<Proof> proofs, Authentication authentication) {
        // Domains are locked in one order, whoever comes from the other side.
        return Multi.createFrom()
                .items(proofs.stream()
                        .sorted(Comparator.comparing(proof -> proof.domain().value())))
                .onItem()
                .transformToUniAndConcatenate(proof -> redeem(tx, proof, authentication))
                .collect()
                .asList()
                .map(all -> all.stream()
                        .min(Comparator.comparingInt(taken -> rank(taken.redemption())))
                        .orElseThrow());
    }

    private Uni<Taken> redeem(SqlConnection tx, Proof proof, Authentication authentication) {
        Uni<DomainName> domain = proof.named()
                ? Uni.createFrom().item(proof.domain())
                : redeemer.domainOf(tx, proof.key(), proof.domain());
        return domain.chain(name -> redeemer.redeem(
                        tx,
                        name,
                        proof.key(),
                        VerificationMethod.EMAIL_FORWARD,
                        "; forwarded with " + authentication.summary())
                .map(redemption -> new Taken(name, redemption)));
    }

    private Uni<Void> tell(SqlConnection tx, Taken best, @Nullable Correspondent forwarder) {
        Uni<Boolean> renewed = best.redemption() instanceof Redemption.Expired(var challenge)
                ? issuer.renew(tx, challenge)
                : Uni.createFrom().item(false);
        return renewed.chain(onItsWay ->
                forwarder == null ? Uni.createFrom().voidItem() : answer.enqueue(tx, forwarder, best, onItsWay));
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
