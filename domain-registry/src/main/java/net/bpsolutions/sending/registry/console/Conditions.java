package net.bpsolutions.sending.registry.console;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Conditions of a query whose values never become part of its text. */
final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Each {@code ?} of the clause stands for one of the values, in order. */
    Conditions and(String clause, Object... bound) {
        String numbered = clause;
        for (Object value : bound) {
            values.add(value);
            numbered = numbered.replaceFirst("\\?", "\\$" + values.size());
        }
        clauses.add(numbered);
        return this;
    }

    /** As a {@code where} clause; nothing without conditions. */
    String where() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    Tuple values() {
        return Tuple.from(values);
    }
}
