package net.bpsolutions.sending.registry.setup;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.jboss.logging.Logger;

/**
 * Tells open pages when there is something new. Whichever replica learned of it, each asks the database, with one query
 * for all of its pages (ADR 30).
 */
@ApplicationScoped
class OpenPages {

    /** The link leads nowhere any more. */
    static final String GONE = "gone";

    /** Too many are open; the browser is to come back later. */
    static final String BUSY = "busy";

    /** Of one link, so that nobody can keep everybody else's browsers waiting. */
    private static final int MOST_OF_ONE = 10;

    private static final Logger LOG = Logger.getLogger(OpenPages.class);

    private final BroadcastProcessor<Map<String, String>> seen = BroadcastProcessor.create();
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final UnitOfWork unitOfWork;
    private final RegistryConfig.Pages pages;

    OpenPages(UnitOfWork unitOfWork, RegistryConfig config) {
        this.unitOfWork = unitOfWork;
        this.pages = config.pages();
    }

    /** The version of a page, now and whenever it changes, for a while; empty when too many are open, of that link or of all. */
    Optional<Multi<String>> watch(String token, String version) {
        boolean tooMany = count.incrementAndGet() > pages.mostOpen();
        if (open.merge(token, 1, Integer::sum) > MOST_OF_ONE || tooMany) {
            leave(token);
            return Optional.empty();
        }
        Multi<String> later = seen.onOverflow()
                .drop()
                .filter(all -> all.containsKey(token))
                .map(all -> all.getOrDefault(token, GONE));
        return Optional.of(Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(version), later)
                .skip()
                .repetitions()
                .select()
                .first(life())
                .onTermination()
                .invoke(() -> leave(token)));
    }

    private Duration life() {
        return pages.life();
    }

    private void leave(String token) {
        count.decrementAndGet();
        open.computeIfPresent(token, (_, pages) -> pages == 1 ? null : pages - 1);
    }

    /** How many pages are being told. */
    int count() {
        return count.get();
    }

    @Scheduled(
            identity = "open-pages",
            every = "${registry.pages.poll:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        Set<String> tokens = Set.copyOf(open.keySet());
        return tokens.isEmpty() ? Uni.createFrom().voidItem() : look(tokens);
    }

    private Uni<Void> look(Set<String> tokens) {
        return unitOfWork
                .read(() -> Versions.of(tokens))
                .invoke(found -> {
                    Map<String, String> all = new ConcurrentHashMap<>(found);
                    tokens.forEach(token -> all.putIfAbsent(token, GONE));
                    seen.onNext(all);
                })
                .onFailure()
                .invoke(failure -> LOG.debugf(
                        "open pages were not told: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
