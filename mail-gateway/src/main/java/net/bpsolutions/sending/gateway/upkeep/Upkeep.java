package net.bpsolutions.sending.gateway.upkeep;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.gateway.startup.StartupGate;
import org.jboss.logging.Logger;

/** Forgets what is old: beside the work, so that no mail waits for it. */
@ApplicationScoped
class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    /** Yesterday's may be written to still by a clock that is behind. */
    private static final String ANSWERS = "delete from gateway.answer where day < current_date - 1";

    /** Mails that were processed, and those that vanished from their mailbox before they could be. */
    private static final String FETCHED_MAILS =
            "delete from gateway.fetched_mail where coalesce(done_at, claimed_until) < now() - interval '30 days'";

    /** Domains that nobody looks at any more, removed ones among them. */
    private static final String CHECKED_DOMAINS =
            "delete from gateway.checked_domain where checked_at < now() - interval '90 days'";

    /** What ended by itself. */
    private static final String SUPPRESSIONS = "delete from gateway.suppression where expires_at < now()";

    /** Their requests came and were dealt with, or never will come: none is to be sent later than in a year and a day. */
    private static final String CANCELLATIONS =
            "delete from gateway.cancellation where requested_at < now() - interval '367 days'";

    /** Whom a message went to and who asked: nobody renews what expired so long ago. */
    private static final String MAILBOXES = """
            update gateway.challenge set mailbox = null, evidence = null
             where expires_at < now() - interval '30 days' and (mailbox is not null or evidence is not null)""";

    private final Pool pool;
    private final StartupGate gate;

    Upkeep(Pool pool, StartupGate gate) {
        this.pool = pool;
        this.gate = gate;
    }

    /** What cannot be forgotten now is forgotten the next time. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidyUp() {
        return gate.isOpen()
                ? forget(ANSWERS)
                        .chain(() -> forget(FETCHED_MAILS))
                        .chain(() -> forget(CHECKED_DOMAINS))
                        .chain(() -> forget(SUPPRESSIONS))
                        .chain(() -> forget(CANCELLATIONS))
                        .chain(() -> forget(MAILBOXES))
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "nothing tidied up: %s", failure.getClass().getSimpleName()))
                        .onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> forget(String statement) {
        return pool.query(statement).execute().replaceWithVoid();
    }
}
