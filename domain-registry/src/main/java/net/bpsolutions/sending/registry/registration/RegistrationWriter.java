package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.lifecycle.Cause;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.outbox.OutboxRecord;

/**
 * Writes a registration and everything that follows from it with one statement, which is a transaction of its own (ADR 27):
 * the row, the first line of its history, the first notice to its contact, and two events.
 */
@ApplicationScoped
class RegistrationWriter {

    private static final String REGISTER = """
            with clinic as (
                select registry.exempt_until_commit($2) as exempt
            ), registered as (
                insert into registry.registration
                       (id, clinic_id, domain, contact_email, setup_token, registered_at, status_since, next_check_at, flag,
                        own_account, sending_as)
                select $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::timestamptz, $6::timestamptz, $7::timestamptz,
                       $8::text, exempt, case when exempt then 'OWN_ACCOUNT' else 'FALLBACK' end
                  from clinic
                    on conflict (clinic_id, domain) do nothing
                returning *
            ), kept as (
                insert into registry.past_transition
                       (registration_id, sequence, occurred_at, status, sending_as, cause, event_id)
                select id, sequence, registered_at, status, sending_as, $9::text, $10::uuid from registered
            ), planned as (
                insert into registry.notice_due (registration_id, sequence, since, step, due_at)
                select id, sequence, registered_at, 0, $11::timestamptz from registered
                 where not own_account and registry.wants_notices(contact_email, domain)
            ), told as (
                insert into registry.outbox (topic, record_key, headers, payload)
                select $12::text, $13::text, $14::text, $15::bytea from registered
                 union all
                select $16::text, $17::text, $18::text, case when own_account then $19::bytea else $20::bytea end
                  from registered
            )
            select own_account from registered""";

    private final Pool pool;
    private final Outbox outbox;
    private final Rules rules;
    private final FirstNotice firstNotice;

    RegistrationWriter(Pool pool, Outbox outbox, Rules rules, FirstNotice firstNotice) {
        this.pool = pool;
        this.outbox = outbox;
        this.rules = rules;
        this.firstNotice = firstNotice;
    }

    /** What was written: the registration, and how it came to be. */
    record Written(Registration registration, Transition first) {}

    /** Empty when the clinic has registered the domain before. */
    Uni<Optional<Written>> write(NewRegistration wanted) {
        UUID causeId = UUID.randomUUID();
        Written fallback = written(wanted, false, causeId);
        Written own = written(wanted, true, causeId);
        return pool.preparedQuery(REGISTER)
                .execute(values(wanted, registered(wanted, causeId), fallback.first(), own.first()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> exempt(row) ? own : fallback));
    }

    private static boolean exempt(Row row) {
        return row.getBoolean(0);
    }

    private static Written written(NewRegistration wanted, boolean exempt, UUID causeId) {
        Registration registration = wanted.written(exempt);
        Transition first = new Transition(
                registration.subject(),
                registration.sequence,
                registration.registeredAt,
                registration.status,
                registration.sendingAs,
                null,
                Cause.REGISTERED,
                causeId);
        return new Written(registration, first);
    }

    private DomainRegistered registered(NewRegistration wanted, UUID eventId) {
        return new DomainRegistered(
                eventId,
                wanted.now(),
                wanted.id(),
                wanted.clinicId(),
                wanted.domain(),
                rules.expected(wanted.domain()));
    }

    private Tuple values(NewRegistration wanted, DomainRegistered event, Transition fallback, Transition own) {
        OutboxRecord registered =
                outbox.record(Topic.DOMAIN_REGISTERED, wanted.domain().value(), event);
        OutboxRecord told = status(fallback);
        return Tuple.from(Arrays.asList(
                wanted.id(),
                wanted.clinicId(),
                wanted.domain().value(),
                wanted.contactEmail(),
                wanted.setupToken(),
                time(wanted.now()),
                time(wanted.secondCheck()),
                wanted.flag() == null ? null : wanted.flag().name(),
                fallback.cause().code(),
                fallback.event().id(),
                time(firstNotice.dueAt(wanted.now())),
                registered.topic(),
                registered.recordKey(),
                registered.headersText(),
                Buffer.buffer(registered.payload()),
                told.topic(),
                told.recordKey(),
                told.headersText(),
                Buffer.buffer(status(own).payload()),
                Buffer.buffer(told.payload())));
    }

    private OutboxRecord status(Transition transition) {
        SenderStatus event = transition.event();
        return outbox.record(Topic.SENDER_STATUS, SenderStatus.key(event.clinicId(), event.domain()), event);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
