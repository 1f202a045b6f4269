package net.bpsolutions.sending.verifier.quicklook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import net.bpsolutions.sending.verifier.servers.ScriptedResolver;

/** A courier that is waited for. */
record Asked(Courier courier) implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(40);
    static final Duration TIMEOUT = Duration.ofMillis(400);

    /** For a try that is not meant to be lost, however slow the machine is. */
    static final Duration LONG = Duration.ofMinutes(1);

    static Asked of(ScriptedResolver... resolvers) {
        return with(TIMEOUT, 1, 64, resolvers);
    }

    static Asked with(Duration timeout, int retries, int inFlight, ScriptedResolver... resolvers) {
        List<ServerAddress> addresses =
                Stream.of(resolvers).map(ScriptedResolver::address).toList();
        return new Asked(new Courier(addresses, timeout, retries, inFlight));
    }

    Lookup of(Question question) {
        return begin(question, PATIENCE).join();
    }

    CompletableFuture<Lookup> begin(Question question, Duration patience) {
        CompletableFuture<Lookup> answer = new CompletableFuture<>();
        courier.ask(question, patience, answer::complete);
        return answer;
    }

    @Override
    public void close() {
        courier.close();
    }
}
