package net.bpsolutions.sending.gateway.smtp;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.smtp.Opening.Opened;

/** Relays over sockets of our own, each attempt on a virtual thread: what the mail client cannot do is in ADR 40. */
@ApplicationScoped
public class SmtpRelay implements Relay {

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);

    /** And before the dispatcher, which waits for what is under way. */
    private static final int AFTER_THE_CONSUMERS = 150;

    private final RelayConfig timing;
    private final Composer composer;
    private final SSLSocketFactory tls;
    private final Sessions sessions = new Sessions();
    private final Set<Wire> opening = ConcurrentHashMap.newKeySet();
    private final Set<Session> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("smtp-", 0).factory());
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("smtp-watch").factory());
    private volatile boolean stopping;

    @Inject
    SmtpRelay(GatewayConfig config, Clock clock) {
        this(config, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls whom relays' certificates must satisfy */
    SmtpRelay(GatewayConfig config, Clock clock, SSLSocketFactory tls) {
        this.timing = config.relay();
        this.composer = new Composer(clock);
        this.tls = tls;
        watch.setRemoveOnCancelPolicy(true);
        var _ = watch.scheduleWithFixedDelay(
                this::endIdle, LONGEST_IDLE.toMillis(), LONGEST_IDLE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Uni<Answer> handOver(Handover mail, Account account, Permit permit) {
        return Uni.createFrom()
                .item(() -> overAnySession(mail, account, permit))
                .runSubscriptionOn(threads);
    }

    private Answer overAnySession(Handover mail, Account account, Permit permit) {
        Optional<Session> waiting = sessions.take(account);
        return waiting.flatMap(session -> over(session, mail, account, permit))
                .orElseGet(() -> overAFreshSession(mail, account, permit));
    }

    /** However it ends, not after the attempt's time: silence and trickling alike are cut off. */
    private Answer overAFreshSession(Handover mail, Account account, Permit permit) {
        Wire wire = new Wire(tls);
        ScheduledFuture<?> limit = limited(wire::close);
        try {
            return switch (opened(wire, account)) {
                case Opened.Failed(var why) -> {
                    wire.close();
                    yield stopping ? new Answer.Withheld(Permit.Ruling.REVOKED) : why;
                }
                case Opened.Ready(var maxSize) ->
                    over(new Session(wire, composer, maxSize), mail, account, permit)
                            .orElseGet(() -> new Answer.Unreachable("", "relay-not-ready"));
            };
        } finally {
            limit.cancel(false);
        }
    }

    /** A stop closes it under way: nothing was named yet. */
    private Opened opened(Wire wire, Account account) {
        opening.add(wire);
        try {
            if (stopping) {
                wire.close();
            }
            return Opening.open(wire, account, timing);
        } finally {
            opening.remove(wire);
        }
    }

    private Optional<Answer> over(Session session, Handover mail, Account account, Permit permit) {
        ScheduledFuture<?> limit = limited(session::close);
        underWay.add(session);
        try {
            return stopping ? Optional.of(new Answer.Withheld(Permit.Ruling.REVOKED)) : session.handOver(mail, permit);
        } finally {
            underWay.remove(session);
            limit.cancel(false);
            release(account, session);
        }
    }

    private void release(Account account, Session session) {
        if (session.reusable() && !stopping) {
            sessions.giveBack(account, session);
        } else {
            session.close();
        }
    }

    private ScheduledFuture<?> limited(Runnable cut) {
        return watch.schedule(cut, timing.attemptTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endIdle() {
        sessions.endIdle(System.nanoTime() - LONGEST_IDLE.toNanos());
    }

    @Override
    public void withhold() {
        stopping = true;
        opening.forEach(Wire::close);
        underWay.forEach(Session::withhold);
    }

    void end(@Observes @Priority(AFTER_THE_CONSUMERS) ShutdownEvent event) {
        withhold();
    }

    @PreDestroy
    void close() {
        sessions.endIdle(System.nanoTime());
        watch.shutdownNow();
        threads.shutdownNow();
        underWay.forEach(Session::close);
    }
}
