package net.bpsolutions.sending.registry.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.registration.Registration;

/** Sends one notice, unless the contact had enough lately; within the transaction that is open. */
@ApplicationScoped
class NoticeSender {

    private static final Duration WINDOW = Duration.ofDays(1);

    private final NoticeTable table;
    private final NoticeLetters letters;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final RegistryConfig.Notices limits;

    NoticeSender(
            NoticeTable table, NoticeLetters letters, Outbox outbox, MeterRegistry metrics, RegistryConfig config) {
        this.table = table;
        this.letters = letters;
        this.outbox = outbox;
        this.metrics = metrics;
        this.limits = config.notices();
    }

    /** Sends it once, however often it is asked for. */
    Uni<Void> send(Registration registration, NoticeKind kind, Due due, Instant now) {
        return tooMany(kind, due, now)
                .flatMap(reason -> reason.map(why -> skip(kind, why))
                        .orElseGet(() -> table.book(due, kind, now)
                                .flatMap(isNew -> isNew
                                        ? letters.write(registration, kind, due).flatMap(mail -> post(mail, kind))
                                        : Uni.createFrom().voidItem())));
    }

    /** A domain that goes to and fro, or a contact of many domains, must not bring a storm. */
    private Uni<Optional<String>> tooMany(NoticeKind kind, Due due, Instant now) {
        return table.lately(due.registrationId(), kind, now, WINDOW)
                .flatMap(alike -> alike > 0 && due.step() == 0
                        ? Uni.createFrom().item(Optional.of("repeated"))
                        : table.lately(due.contact(), now, WINDOW)
                                .map(sent -> sent >= limits.perContactAndDay()
                                        ? Optional.of("contact-limit")
                                        : Optional.empty()));
    }

    private Uni<Void> skip(NoticeKind kind, String reason) {
        metrics.counter("notices_skipped", "kind", label(kind), "reason", reason)
                .increment();
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> post(SendRequest mail, NoticeKind kind) {
        metrics.counter("notices", "kind", label(kind)).increment();
        return outbox.appendPlain(Topic.SEND_REQUESTS, String.valueOf(mail.clinicId()), mail);
    }

    private static String label(NoticeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
