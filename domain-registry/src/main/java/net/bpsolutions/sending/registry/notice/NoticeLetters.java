package net.bpsolutions.sending.registry.notice;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.Mailbox;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.VendorConfig;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Words;

/** Writes notices, as mails from the vendor's own address. */
@ApplicationScoped
class NoticeLetters {

    /** What is said is true of today; a mail that was held up for longer would only confuse. */
    private static final Duration LIFE = Duration.ofDays(3);

    /** Findings quote the zone, and anything can stand there. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

    private final Template text;
    private final Presenter presenter;
    private final Words words;
    private final VendorConfig vendor;
    private final Language language;

    NoticeLetters(@Location("notice.txt") Template text, Presenter presenter, Words words, RegistryConfig config) {
        this.text = text;
        this.presenter = presenter;
        this.words = words;
        this.vendor = config.vendor();
        this.language = config.notices().language();
    }

    /** The mail, if there is something to say; its id is the same again for the same notice, so that it is sent once. */
    Uni<Optional<SendRequest>> write(Registration registration, NoticeKind kind, Due due, Instant now) {
        NoticeMail mail = new NoticeMail(
                kind,
                due.entry().step(),
                presenter.present(registration, language),
                words.pages(language),
                vendor.name(),
                vendor.verificationAddress());
        return mail.isCalledFor()
                ? text.data("mail", mail).createUni().map(body -> Optional.of(request(mail, due, body, now)))
                : Uni.createFrom().item(Optional.empty());
    }

    private SendRequest request(NoticeMail mail, Due due, String body, Instant now) {
        NoticeTable.Calendar entry = due.entry();
        return new SendRequest(
                "notice-%s-%d-%d".formatted(entry.registrationId(), entry.sequence(), entry.step()),
                mail.domain().clinicId(),
                new Mailbox(vendor.name(), vendor.fallbackAddress()),
                List.of(new Mailbox(null, due.contact())),
                null,
                mail.subject(),
                CONTROLS.matcher(body).replaceAll(" "),
                null,
                null,
                "notice",
                null,
                now.plus(LIFE));
    }
}
