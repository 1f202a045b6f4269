package net.bpsolutions.sending.registry.precondition;

import java.util.Optional;
import java.util.function.Supplier;
import net.bpsolutions.sending.registry.problem.ProblemType;
import net.bpsolutions.sending.registry.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** What the caller believes to be the state of a resource that it changes: {@code If-Match} (RFC 9110 §13.1.1). */
public final class IfMatch {

    /** The header. */
    public static final String HEADER = "If-Match";

    private final Optional<TagList> tags;

    private IfMatch(Optional<TagList> tags) {
        this.tags = tags;
    }

    /** As the header says; without one, anything goes. */
    public static IfMatch of(@Nullable String header) {
        return new IfMatch(Optional.ofNullable(header).map(given -> TagList.require(HEADER, given)));
    }

    /** Fails with 412 when the resource has another tag. To be called with the resource locked. */
    public void require(Supplier<String> tag) {
        if (tags.isPresent() && !tags.get().matchesStrongly(tag.get())) {
            throw new RefusedException(
                    ProblemType.PRECONDITION_FAILED, "Read the resource again; it is not as If-Match says.");
        }
    }
}
