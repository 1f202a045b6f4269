package net.bpsolutions.sending.verifier.quicklook;

import java.time.Duration;
import java.util.function.Consumer;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;

/** Questions to resolvers, answered by a callback: a {@code Uni} for every packet is what made looking slow. */
@FunctionalInterface
public interface Asking {

    /**
     * Asks for CNAME, NS or TXT. A CNAME on the way to TXT is followed as far as the same reply shows.
     *
     * @param patience after which it is {@link Lookup.Unavailable}, waiting in line included
     * @param then called once, on a thread that must not be held up
     */
    void ask(Question question, Duration patience, Consumer<Lookup> then);
}
