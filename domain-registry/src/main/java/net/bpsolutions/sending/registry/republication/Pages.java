package net.bpsolutions.sending.registry.republication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import net.bpsolutions.sending.registry.account.OwnAccounts;
import net.bpsolutions.sending.registry.history.CurrentStatus;
import org.jboss.logging.Logger;

/** One page of a republication, within the transaction that is open. */
@ApplicationScoped
class Pages {

    private static final Logger LOG = Logger.getLogger(Pages.class);
    private static final int PAGE = 500;
    private static final int FULL = 5_000;

    private final Republications requests;
    private final CurrentStatus current;
    private final OwnAccounts accounts;
    private final InstantSource clock;

    Pages(Republications requests, CurrentStatus current, OwnAccounts accounts, InstantSource clock) {
        this.requests = requests;
        this.current = current;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Publishes a page; false when there is nothing more to do for now. */
    Uni<Boolean> next() {
        return requests.claimOpen().flatMap(open -> open.map(this::unlessFull).orElseGet(Pages::rest));
    }

    private Uni<Boolean> unlessFull(Republication open) {
        return requests.isOutboxFull(FULL).flatMap(full -> full ? rest() : page(open));
    }

    private Uni<Boolean> page(Republication open) {
        UUID after = open.afterId;
        return after == null
                ? accounts(open)
                : current.republish(after, PAGE)
                        .invoke(page -> {
                            open.published += page.published();
                            open.afterId = page.last().orElse(null);
                            open.afterClinic = "";
                        })
                        .replaceWith(true);
    }

    private Uni<Boolean> accounts(Republication open) {
        String after = open.afterClinic == null ? "" : open.afterClinic;
        return accounts.republishAfter(after).map(published -> {
            if (published.isEmpty()) {
                open.doneAt = clock.instant();
                LOG.infof(
                        "republication=%s published=%d every sender-status is in the outbox", open.id, open.published);
                return false;
            }
            open.afterClinic = published.get();
            open.published++;
            return true;
        });
    }

    private static Uni<Boolean> rest() {
        return Uni.createFrom().item(false);
    }
}
