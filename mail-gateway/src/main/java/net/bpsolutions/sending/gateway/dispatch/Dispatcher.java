package net.bpsolutions.sending.gateway.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.ledger.Lease;
import net.bpsolutions.sending.gateway.ledger.Leases;
import net.bpsolutions.sending.gateway.ledger.Wanted;
import net.bpsolutions.sending.gateway.startup.Started;
import org.jboss.logging.Logger;

/** Keeps as many attempts under way as there are slots, and takes no more from the ledger than those. */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration GOODBYE = Duration.ofSeconds(18);
    /** After the consumers, before the outbox. */
    private static final int SECOND = 200;

    private final Vertx vertx;
    private final Leases leases;
    private final Worker worker;
    private final Slots slots;
    private final long pollMillis;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean poked = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();
    private final Map<UUID, Lease> underWay = new ConcurrentHashMap<>();
    private final long renewMillis;
    private volatile boolean open;

    Dispatcher(Vertx vertx, Leases leases, Worker worker, Slots slots, GatewayConfig config) {
        this.vertx = vertx;
        this.leases = leases;
        this.worker = worker;
        this.slots = slots;
        this.pollMillis = config.ledger().pollInterval().toMillis();
        this.renewMillis = config.ledger().lease().dividedBy(3).toMillis();
    }

    void begin(@Observes Started event) {
        open = true;
        vertx.setPeriodic(pollMillis, timer -> look());
        vertx.setPeriodic(renewMillis, timer -> renew());
    }

    /** There may be due work now. Never blocks. */
    public void poke() {
        look();
    }

    private void look() {
        if (!open) {
            return;
        }
        if (!looking.compareAndSet(false, true)) {
            poked.set(true);
            return;
        }
        Wanted wanted = slots.wanted(underWay.size());
        if (wanted.isNothing()) {
            looking.set(false);
            return;
        }
        leases.take(wanted, List.copyOf(underWay.values())).subscribe().with(this::start, this::wait);
    }

    private void start(List<Lease> taken) {
        if (troubled.getAndSet(false)) {
            LOG.info("the ledger can be read again");
        }
        taken.forEach(lease -> underWay.put(lease.token(), lease));
        looking.set(false);
        for (Lease lease : taken) {
            worker.deal(lease).subscribe().with(done -> finished(lease), fault -> failed(lease, fault));
        }
        if (poked.getAndSet(false)) {
            look();
        }
    }

    /** The timer tries again. */
    private void wait(Throwable fault) {
        looking.set(false);
        if (!troubled.getAndSet(true)) {
            LOG.warnf("the ledger cannot be read: %s", fault);
        }
    }

    /** Its lease runs out, and then it is tried again. */
    private void failed(Lease lease, Throwable fault) {
        LOG.errorf(
                fault,
                "attempt failed by a fault of ours: clinicId=%s requestId=%s attempt=%d",
                lease.id().clinicId(),
                lease.id().requestId(),
                lease.attempt());
        finished(lease);
    }

    private void finished(Lease lease) {
        underWay.remove(lease.token());
        synchronized (underWay) {
            underWay.notifyAll();
        }
        look();
    }

    /** What cannot be renewed is renewed the next time, or taken over by a replica that can. */
    private void renew() {
        if (!underWay.isEmpty()) {
            leases.renew(underWay.values())
                    .subscribe()
                    .with(renewed -> {}, fault -> LOG.debugf("leases not renewed: %s", fault));
        }
    }

    /** Begins nothing more and lets what is under way finish; what does not is taken over after its lease. */
    void end(@Observes @Priority(SECOND) ShutdownEvent event) throws InterruptedException {
        open = false;
        long deadline = System.nanoTime() + GOODBYE.toNanos();
        synchronized (underWay) {
            long left = GOODBYE.toMillis();
            while (left > 0 && (!underWay.isEmpty() || looking.get())) {
                underWay.wait(Math.min(left, pollMillis));
                left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            }
        }
        LOG.infof("dispatching stopped, %d attempts under way", underWay.size());
    }
}
