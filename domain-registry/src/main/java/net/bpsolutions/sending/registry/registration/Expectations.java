package net.bpsolutions.sending.registry.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import net.bpsolutions.sending.registry.precondition.EntityTags;
import net.bpsolutions.sending.registry.precondition.IfMatch;
import org.jspecify.annotations.Nullable;

/** What callers believe to be the state of a registration that they change. */
@ApplicationScoped
public class Expectations {

    private final Presenter presenter;
    private final EntityTags tags;

    Expectations(Presenter presenter, EntityTags tags) {
        this.presenter = presenter;
        this.tags = tags;
    }

    /** Reads {@code If-Match}; what it gives fails with 412 for a registration, locked, that looks otherwise. */
    public Consumer<Registration> of(@Nullable String ifMatch) {
        IfMatch expected = IfMatch.of(ifMatch);
        return registration -> expected.require(() -> tags.of(presenter.present(registration)));
    }
}
