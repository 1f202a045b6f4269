package net.bpsolutions.sending.gateway.deliveries;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who gets no mail of a clinic, and letting them have it again. */
@Path("/v1/suppressions")
@Produces(MediaType.APPLICATION_JSON)
public class SuppressionsResource {

    private static final int LIMIT = 100;

    private static final String FIND = """
            select clinic_id, address, reason, since, expires_at from gateway.suppression
            where clinic_id = $1 and ($2::text is null or address = $2) and address > $3 and expires_at > now()
            order by address
            limit $4""";

    private static final String REMOVE = "delete from gateway.suppression where clinic_id = $1 and address = $2";

    private final Pool pool;

    SuppressionsResource(Pool pool) {
        this.pool = pool;
    }

    /** Those of a clinic by address, or a single one. */
    @GET
    @RolesAllowed({"domains:read", "operator"})
    public Uni<Slice<Suppression>> find(
            @RestQuery @Nullable String clinicId,
            @RestQuery @Nullable String address,
            @RestQuery @Nullable String cursor) {
        String wanted = Parameters.optional("address", address);
        String after = Parameters.optional("cursor", cursor);
        Tuple values = Tuple.tuple()
                .addString(Parameters.required("clinicId", clinicId))
                .addValue(wanted == null ? null : wanted.toLowerCase(Locale.ROOT))
                .addString(after == null ? "" : after)
                .addInteger(LIMIT + 1);
        return pool.preparedQuery(FIND)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SuppressionsResource::suppression)
                        .toList())
                .map(SuppressionsResource::slice);
    }

    /** The next mail is tried again. */
    @DELETE
    @RolesAllowed({"domains:write", "operator"})
    public Uni<Void> remove(@RestQuery @Nullable String clinicId, @RestQuery @Nullable String address) {
        Tuple values = Tuple.of(
                Parameters.required("clinicId", clinicId),
                Parameters.required("address", address).toLowerCase(Locale.ROOT));
        return pool.preparedQuery(REMOVE).execute(values).replaceWithVoid();
    }

    private static Slice<Suppression> slice(List<Suppression> oneMore) {
        return oneMore.size() <= LIMIT
                ? new Slice<>(oneMore, null)
                : new Slice<>(oneMore.subList(0, LIMIT), oneMore.get(LIMIT - 1).address());
    }

    private static Suppression suppression(Row row) {
        return new Suppression(
                row.getString("clinic_id"),
                row.getString("address"),
                row.getString("reason"),
                row.getOffsetDateTime("since").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
