package net.bpsolutions.sending.registry.preview;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.limit.StrangersRate;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.Rules;
import org.jboss.logging.Logger;

/** Has the verifier look at a domain for somebody who is not known, and keeps nothing of it (ADR 31). */
@ApplicationScoped
public class Previews {

    private static final Logger LOG = Logger.getLogger(Previews.class);

    private final StrangersRate rate;
    private final Rules rules;
    private final Outbox outbox;
    private final UnitOfWork unitOfWork;
    private final Ears ears;
    private final InstantSource clock;

    /** Listening waits; it never does so on an event loop. */
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    Previews(StrangersRate rate, Rules rules, Outbox outbox, UnitOfWork unitOfWork, Ears ears, InstantSource clock) {
        this.rate = rate;
        this.rules = rules;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.ears = ears;
        this.clock = clock;
    }

    /** Looks at what there is now. */
    public Uni<Preview> of(DomainName domain) {
        Optional<Duration> pause = rate.take();
        if (pause.isPresent()) {
            return Uni.createFrom().item(new Preview.Busy(pause.get()));
        }
        return toTheEnd(aside(ears::open).flatMap(ear -> heard(ear, domain).eventually(() -> aside(() -> close(ear)))))
                .map(answer -> answer.<Preview>map(Preview.Seen::new).orElseGet(Preview.Silent::new))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "a look for a stranger failed: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(Preview.Silent::new);
    }

    /** It listens before it asks, so that no answer can be missed. */
    private Uni<Optional<DnsChecked>> heard(Ear ear, DomainName domain) {
        UUID order = UUID.randomUUID();
        return unitOfWork
                .run(() -> outbox.append(
                        Topic.DNS_CHECK_REQUESTED,
                        domain.value(),
                        new DnsCheckRequested(
                                order, clock.instant(), domain, rules.everything(domain), CheckReason.ON_DEMAND)))
                .flatMap(_ -> aside(() -> ear.answerTo(order)));
    }

    /**
     * Whoever goes away meanwhile stops nothing: an ear cannot be closed while it listens, and one that was just opened
     * would be nobody's.
     */
    private static <T> Uni<T> toTheEnd(Uni<T> look) {
        return Uni.createFrom().emitter(answer -> look.subscribe().with(answer::complete, answer::fail));
    }

    private static boolean close(Ear ear) {
        ear.close();
        return true;
    }

    private <T> Uni<T> aside(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(waiting);
    }

    @PreDestroy
    void stop() {
        waiting.shutdownNow();
    }
}
