package net.bpsolutions.sending.registry.console;

import jakarta.ws.rs.NotFoundException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operator can do with a registration; its name in an address is in lower case. */
enum Action {
    SUSPEND("Suspended. Mail of this domain leaves from the fallback address."),
    RESUME("The suspension is lifted, and a check was ordered."),
    APPROVE("Ownership is approved."),
    UNFLAG("The flag is cleared."),
    CHECK("A check was ordered. Its result appears in the story below.");

    private final String done;

    Action(String done) {
        this.done = done;
    }

    /** What is said afterwards. */
    String done() {
        return done;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Action> of(@Nullable String path) {
        return Stream.of(values()).filter(action -> action.path().equals(path)).findFirst();
    }

    static Action require(String path) {
        return of(path).orElseThrow(NotFoundException::new);
    }
}
