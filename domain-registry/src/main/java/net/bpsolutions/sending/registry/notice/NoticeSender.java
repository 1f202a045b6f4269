package net.bpsolutions.sending.registry.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.registration.Registration;

/** Sends one notice, or says that it has to wait; within the transaction that is open. */
@ApplicationScoped
class NoticeSender {

    private final Moderation moderation;
    private final SentNotices sent;
    private final NoticeLetters letters;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    NoticeSender(Moderation moderation, SentNotices sent, NoticeLetters letters, Outbox outbox, MeterRegistry metrics) {
        this.moderation = moderation;
        this.sent = sent;
        this.letters = letters;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Sends it once, however often it is asked for; or gives the moment until which it has to wait. */
    Uni<Optional<Instant>> send(Registration registration, NoticeKind kind, Due due, Instant now) {
        return moderation
                .of(registration, kind, due, now)
                .flatMap(wait -> wait.isPresent()
                        ? Uni.createFrom().item(wait.map(found -> skip(kind, found)))
                        : book(registration, kind, due, now).replaceWith(Optional.empty()));
    }

    private Instant skip(NoticeKind kind, Moderation.Wait wait) {
        metrics.counter("notices_postponed", "kind", label(kind), "reason", wait.reason())
                .increment();
        return wait.until();
    }

    private Uni<Void> book(Registration registration, NoticeKind kind, Due due, Instant now) {
        return letters.write(registration, kind, due, now)
                .flatMap(written -> written.map(mail -> book(mail, kind, due, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> book(SendRequest mail, NoticeKind kind, Due due, Instant now) {
        return sent.book(due, kind, now)
                .flatMap(isNew -> isNew ? post(mail, kind) : Uni.createFrom().voidItem());
    }

    private Uni<Void> post(SendRequest mail, NoticeKind kind) {
        metrics.counter("notices", "kind", label(kind)).increment();
        return outbox.appendPlain(Topic.SEND_REQUESTS, String.valueOf(mail.clinicId()), mail);
    }

    private static String label(NoticeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
