package net.bpsolutions.sending.registry.notice;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.bpsolutions.sending.events.Mailbox;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.notice.NoticeTable.Due;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Registration;

/** Writes notices, as mails from the vendor's own address. */
@ApplicationScoped
class NoticeLetters {

    private final Template text;
    private final Presenter presenter;
    private final RegistryConfig.Vendor vendor;

    NoticeLetters(@Location("notice.txt") Template text, Presenter presenter, RegistryConfig config) {
        this.text = text;
        this.presenter = presenter;
        this.vendor = config.vendor();
    }

    /** The mail; its id is the same again for the same notice, so that it is sent once. */
    Uni<SendRequest> write(Registration registration, NoticeKind kind, Due due) {
        NoticeMail mail = new NoticeMail(
                kind, due.step(), presenter.present(registration), vendor.name(), vendor.verificationAddress());
        return text.data("mail", mail).createUni().map(body -> request(mail, due, body));
    }

    private SendRequest request(NoticeMail mail, Due due, String body) {
        return new SendRequest(
                "notice-%s-%d-%d".formatted(due.registrationId(), due.sequence(), due.step()),
                mail.domain().clinicId(),
                new Mailbox(vendor.name(), vendor.fallbackAddress()),
                List.of(new Mailbox(null, due.contact())),
                null,
                mail.subject(),
                body,
                null,
                null,
                "notice",
                null,
                null);
    }
}
