package net.bpsolutions.sending.gateway.challenge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.ledger.Ledger;
import net.bpsolutions.sending.gateway.ledger.Notice;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** The message that is to be forwarded: the only place where a key is written down. */
@ApplicationScoped
class ChallengeMessage {

    /** Contract. */
    private static final String SUBJECT = "Verify your domain";

    private final Ledger ledger;
    private final GatewayConfig config;
    private final Clock clock;

    ChallengeMessage(Ledger ledger, GatewayConfig config, Clock clock) {
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance text(Content content);

        static native TemplateInstance html(Content content);
    }

    /**
     * What both bodies say.
     *
     * @param link whole and alone on its line in the text body (contract)
     * @param days how long the key can be used
     */
    record Content(
            String domain,
            String clinicId,
            String product,
            String verificationAddress,
            String link,
            String key,
            long days) {}

    /** Puts the message into the ledger. */
    Uni<Void> enqueue(SqlConnection tx, ChallengeOrder order, VerificationKey key) {
        Content content = content(order, key);
        return Uni.combine()
                .all()
                .unis(
                        Templates.text(content).createUni(),
                        Templates.html(content).createUni())
                .asTuple()
                .chain(bodies -> ledger.enqueueNotice(tx, notice(order, bodies.getItem1(), bodies.getItem2())));
    }

    private Content content(ChallengeOrder order, VerificationKey key) {
        return new Content(
                order.domain().value(),
                order.clinicId(),
                config.challenge().productName(),
                config.vendor().verificationAddress(),
                config.challenge().publicUrl() + "/verify-domain?domain=" + order.domain() + "&key=" + key.value(),
                key.value(),
                config.challenge().validity().toDays());
    }

    private Notice notice(ChallengeOrder order, String text, String html) {
        return new Notice(
                UUID.nameUUIDFromBytes((order.id() + "/message").getBytes(StandardCharsets.UTF_8)),
                order.clinicId(),
                Mailbox.of(order.recipient()),
                SUBJECT,
                text,
                html,
                AutoSubmitted.REPLIED,
                clock.instant().plus(config.challenge().validity()));
    }
}
