package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;

/** The questions that one examination may ask: a zone made for it must not turn us on others. */
final class Budget {

    private static final int MOST = 200;

    private final AtomicInteger left = new AtomicInteger(MOST);

    /** Asks, or says that it was not to be found out. */
    Uni<Lookup> spend(Supplier<Uni<Lookup>> question) {
        return allows() ? question.get() : Uni.createFrom().item(new Lookup.Unavailable(Reason.TIMEOUT, ""));
    }

    /** Takes one question, when there is one left. */
    boolean allows() {
        return left.getAndDecrement() > 0;
    }
}
