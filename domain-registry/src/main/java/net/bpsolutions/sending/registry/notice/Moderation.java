package net.bpsolutions.sending.registry.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;
import net.bpsolutions.sending.registry.registration.Registration;

/**
 * What a notice has to wait for: a domain that goes to and fro, or a contact of many domains, must not bring a storm. What
 * waits is told later, if it is still so. Replicas that send at the same moment may pass the limit of a contact by one each.
 */
@ApplicationScoped
class Moderation {

    private static final Duration WINDOW = Duration.ofDays(1);

    private final SentNotices sent;
    private final NoticePlan plan;
    private final RegistryConfig.Notices limits;

    Moderation(SentNotices sent, NoticePlan plan, RegistryConfig config) {
        this.sent = sent;
        this.plan = plan;
        this.limits = config.notices();
    }

    /**
     * Why a notice waits.
     *
     * @param reason for figures
     * @param until when it may be tried again
     */
    record Wait(String reason, Instant until) {}

    /** Empty when the notice may leave. */
    Uni<Optional<Wait>> of(Registration registration, NoticeKind kind, Due due, Instant now) {
        if (plan.isBlind(registration.nextCheckAt(), now)) {
            return Uni.createFrom().item(Optional.of(new Wait("check-overdue", plan.first(now))));
        }
        return repeated(kind, due, now)
                .flatMap(found -> found.isPresent() ? Uni.createFrom().item(found) : tooMany(due, now));
    }

    private Uni<Optional<Wait>> repeated(NoticeKind kind, Due due, Instant now) {
        return due.entry().step() > 0
                ? Uni.createFrom().item(Optional.empty())
                : sent.latest(due.entry(), kind).map(latest -> within("repeated", latest, now));
    }

    private Uni<Optional<Wait>> tooMany(Due due, Instant now) {
        return sent.latest(due, limits.perContactAndDay()).map(latest -> within("contact-limit", latest, now));
    }

    private static Optional<Wait> within(String reason, Optional<Instant> latest, Instant now) {
        return latest.map(WINDOW::addTo)
                .map(Instant::from)
                .filter(now::isBefore)
                .map(until -> new Wait(reason, until));
    }
}
