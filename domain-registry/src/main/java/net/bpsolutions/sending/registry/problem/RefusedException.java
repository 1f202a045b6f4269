package net.bpsolutions.sending.registry.problem;

import org.jspecify.annotations.Nullable;

/** A request that is understood and not served, for a reason that has a problem type of its own. */
public final class RefusedException extends RuntimeException {

    private final ProblemType type;
    private final @Nullable String detail;

    public RefusedException(ProblemType type, @Nullable String detail) {
        super(type.name());
        this.type = type;
        this.detail = detail;
    }

    Problem problem() {
        return Problem.of(type, detail);
    }

    boolean passes() {
        return type == ProblemType.REQUEST_IN_PROGRESS;
    }
}
