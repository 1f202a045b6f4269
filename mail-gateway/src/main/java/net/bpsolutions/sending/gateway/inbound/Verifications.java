package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.mail.Address;
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

    Uni<SmtpReply> start(Address author, Authentication authentication) {
        return challenges.start(author, authentication);
    }

    Uni<SmtpReply> explain(Address author, InboundDecision.Puzzle puzzle, Authentication authentication) {
        return challenges.explain(author, puzzle, authentication);
    }

    Uni<SmtpReply> take(List<Proof> found, @Nullable Address forwarder, Authentication authentication) {
        return proofs.take(found, forwarder, authentication);
    }
}
