package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import org.jspecify.annotations.Nullable;

/** What the verification mailbox does. */
@ApplicationScoped
class Verifications {

    private final ChallengeStarter challenges;
    private final ProofTaker proofs;

    Verifications(ChallengeStarter challenges, ProofTaker proofs) {
        this.challenges = challenges;
        this.proofs = proofs;
    }

    Uni<SmtpReply> start(Correspondent author) {
        return challenges.start(author);
    }

    Uni<SmtpReply> explain(Correspondent author, InboundDecision.Puzzle puzzle) {
        return challenges.explain(author, puzzle);
    }

    Uni<SmtpReply> take(List<Proof> found, @Nullable Correspondent forwarder) {
        return proofs.take(found, forwarder);
    }
}
