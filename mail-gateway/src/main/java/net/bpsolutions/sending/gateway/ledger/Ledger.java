package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** Takes mails in. What is committed here is sent, or its failure is told. */
@ApplicationScoped
public class Ledger {

    private static final String ENQUEUE_NOTICE = """
            with taken as (
                insert into gateway.request (kind, clinic_id, request_id, content_hash, content)
                values ('NOTICE', $1, $2, ''::bytea, $3)
                on conflict do nothing
                returning key)
            insert into gateway.delivery (request_key, position, recipient, state, due_at, expires_at, message_id)
            select key, 0, $4, 'WAITING', now(), $5,
                   '<' || gateway.message_name(inner_key, outer_key, 'NOTICE', $1, $2, 0) || '@' || $6 || '>'
            from taken cross join gateway.message_key""";

    private final MailJson mailJson;
    private final MessageIds messageIds;
    private final Mailbox ourselves;

    Ledger(MailJson mailJson, MessageIds messageIds, GatewayConfig config) {
        this.mailJson = mailJson;
        this.messageIds = messageIds;
        this.ourselves =
                new Mailbox(config.vendor().name(), new Address(config.vendor().verificationAddress()));
    }

    /** Takes in a mail of our own, once for each id, with one statement. */
    public Uni<Void> enqueueNotice(SqlClient tx, Notice notice) {
        RequestId id = new RequestId(notice.clinicId(), notice.id().toString());
        return enqueueOurs(tx, id, notice.mail(ourselves), notice.expiresAt());
    }

    Uni<Void> enqueueOurs(SqlClient tx, RequestId id, Mail mail, Instant expiresAt) {
        Tuple row = Tuple.tuple()
                .addString(id.clinicId())
                .addString(id.requestId())
                .addValue(mailJson.write(mail))
                .addString(mail.to().getFirst().address().value())
                .addOffsetDateTime(expiresAt.atOffset(ZoneOffset.UTC))
                .addString(messageIds.domain());
        return tx.preparedQuery(ENQUEUE_NOTICE).execute(row).replaceWithVoid();
    }
}
