package net.bpsolutions.sending.verifier.delivery;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.verifier.VerifierConfig;
import org.jboss.logging.Logger;

/** Finishes what is under way before the service stops; what does not finish is delivered again to the next. */
@ApplicationScoped
class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    /** For the broker to confirm the last verdicts. */
    private static final Duration PUBLISHING = Duration.ofSeconds(3);

    private final Intake intake;
    private final InFlight inFlight;
    private final Duration patience;

    Drain(Intake intake, InFlight inFlight, VerifierConfig config) {
        this.intake = intake;
        this.inFlight = inFlight;
        this.patience = config.deadline().plus(PUBLISHING);
    }

    /** Runs on the thread that stops the application, which is meant to wait. */
    void onStop(@Observes ShutdownEvent stop) {
        intake.close();
        try {
            inFlight.drained()
                    .toCompletableFuture()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException late) {
            LOG.warn("stopping with checks under way; they will be delivered again");
        }
    }
}
