package net.bpsolutions.sending.registry.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** What PostgreSQL did to answer a query. */
record Plan(JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs the query, with its values given apart as the console gives them. */
    static Plan of(Pool pool, String query, Tuple values) {
        Object plan = pool.preparedQuery("explain (analyze, format json) " + query)
                .execute(values)
                .map(rows -> rows.iterator().next().getValue(0))
                .await()
                .atMost(Duration.ofSeconds(30));
        try {
            return new Plan(JSON.readTree(plan.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every kind of step. */
    List<String> steps() {
        return root.findValuesAsText("Node Type");
    }

    /** How many rows were read, those included that did not fit. */
    long read() {
        return root.findParents("Node Type").stream()
                .filter(step -> !step.has("Plans"))
                .mapToLong(step -> Math.round((step.path("Actual Rows").asDouble()
                                + step.path("Rows Removed by Filter").asDouble()
                                + step.path("Rows Removed by Index Recheck").asDouble())
                        * step.path("Actual Loops").asDouble()))
                .sum();
    }

    @Override
    public String toString() {
        return root.toPrettyString();
    }
}
