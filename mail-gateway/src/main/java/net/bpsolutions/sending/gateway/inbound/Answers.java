package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.challenge.Challenge;
import net.bpsolutions.sending.gateway.mail.Address;

/** Keeps count of answers, over all replicas: whoever writes under a stranger's name must not flood the stranger through us. */
@ApplicationScoped
class Answers {

    private static final String COUNT = """
            insert into gateway.answer (address_hash, day, answers)
            values (sha256(convert_to($1, 'UTF8')), current_date, 1)
            on conflict (address_hash, day) do update set answers = answer.answers + 1
            where answer.answers < $2""";

    /** Strangers who are told what came of one message: a key, right or not, must not make us write to the whole world. */
    private static final int STRANGERS_PER_DAY = 3;

    private final int perDay;

    Answers(GatewayConfig config) {
        this.perDay = config.challenge().maxAnswersPerDay();
    }

    /** Whether {@code address} may get one more today; counted in the caller's transaction. */
    Uni<Boolean> allow(SqlConnection tx, Address address) {
        return count(tx, address.value().toLowerCase(Locale.ROOT), perDay);
    }

    /** Whether one more stranger may be told today about {@code challenge}; counted in the caller's transaction. */
    Uni<Boolean> allowStranger(SqlConnection tx, Challenge challenge) {
        return count(tx, "challenge/" + challenge.id(), STRANGERS_PER_DAY);
    }

    private static Uni<Boolean> count(SqlConnection tx, String whom, int most) {
        return tx.preparedQuery(COUNT).execute(Tuple.of(whom, most)).map(counted -> counted.rowCount() > 0);
    }
}
