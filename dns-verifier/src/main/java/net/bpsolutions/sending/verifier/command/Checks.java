package net.bpsolutions.sending.verifier.command;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.verifier.check.CheckRequest;
import net.bpsolutions.sending.verifier.check.DomainCheck;

/**
 * Checks some domains at a time and gives the outcomes in the order of the entries, each as soon as it and all before it
 * are there. Only so much is read ahead, so a list may be endless.
 */
final class Checks {

    private static final int TOGETHER = 64;
    private static final int AHEAD = 1000;

    private final DomainCheck check;
    private final Semaphore free = new Semaphore(TOGETHER);
    private final BlockingQueue<CompletableFuture<Outcome>> outcomes = new LinkedBlockingQueue<>(AHEAD);

    Checks(DomainCheck check) {
        this.check = check;
    }

    /** What became of one entry. */
    sealed interface Outcome {

        record Checked(DnsChecked event) implements Outcome {}

        /** Nothing was asked. */
        record Refused(String why) implements Outcome {}

        /** A fault of ours or of standard input. */
        record Failed(String why) implements Outcome {}

        /** There are no more. */
        record End() implements Outcome {}
    }

    /** Begins to read, on a thread of its own that dies with the process: standard input may block for ever. */
    void start(Entries entries) {
        Thread.ofPlatform().daemon().name("entries").start(() -> read(entries));
    }

    /** The next outcome in order; waits for it. */
    Outcome next() throws InterruptedException {
        return outcomes.take().join();
    }

    private void read(Entries entries) {
        try {
            try {
                entries.handTo(this::begin);
            } catch (IOException | RuntimeException unreadable) {
                put(new Outcome.Failed("The list cannot be read any further: " + unreadable));
            }
            put(new Outcome.End());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Entry entry) throws InterruptedException {
        switch (entry) {
            case Entry.Refused(String why) -> put(new Outcome.Refused(why));
            case Entry.Domain(DomainName name) -> {
                free.acquire();
                outcomes.put(outcome(name));
            }
        }
    }

    private CompletableFuture<Outcome> outcome(DomainName name) {
        CheckRequest request = new CheckRequest(UUID.randomUUID(), name, VendorRecords.of(name), false);
        return Uni.createFrom()
                .deferred(() -> check.check(request))
                .onTermination()
                .invoke(() -> free.release())
                .<Outcome>map(Outcome.Checked::new)
                .onFailure()
                .recoverWithItem(fault -> new Outcome.Failed(name + " could not be checked: " + fault))
                .subscribeAsCompletionStage();
    }

    private void put(Outcome known) throws InterruptedException {
        outcomes.put(CompletableFuture.completedFuture(known));
    }
}
