package net.bpsolutions.sending.gateway.startup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/** Closed until the schema is there. What must not begin earlier awaits it, or observes {@link Started}. */
@ApplicationScoped
public class StartupGate {

    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    /** Whether work may begin. */
    public boolean isOpen() {
        return opened.isDone();
    }

    /** Completes when work may begin; never fails. */
    public Uni<Void> whenOpen() {
        return Uni.createFrom().completionStage(opened);
    }

    void open() {
        opened.complete(null);
    }
}
