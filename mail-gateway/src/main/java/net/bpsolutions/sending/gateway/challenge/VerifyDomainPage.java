package net.bpsolutions.sending.gateway.challenge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Behind the link of the verification message. GET changes nothing and says nothing: link scanners click too. */
@Path("/verify-domain")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class VerifyDomainPage {

    private static final Logger LOG = Logger.getLogger(VerifyDomainPage.class);
    private static final int MAX_KEY = 128;

    private final ChallengeRedeemer redeemer;
    private final Answering answering;
    private final Transactions transactions;
    private final GatewayConfig config;

    VerifyDomainPage(ChallengeRedeemer redeemer, Answering answering, Transactions transactions, GatewayConfig config) {
        this.redeemer = redeemer;
        this.answering = answering;
        this.transactions = transactions;
        this.config = config;
    }

    private record Told(Status status, Answer answer) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ask(String domain, String key, String product, String verificationAddress);

        static native TemplateInstance result(String title, String explanation);
    }

    /** One button. */
    @GET
    @Operation(summary = "Page with the button that verifies a domain")
    public Uni<RestResponse<String>> ask(@RestQuery @Nullable String domain, @RestQuery @Nullable String key) {
        DomainName name = domainName(domain);
        if (name == null || key == null || !isPlausible(key)) {
            return incomplete();
        }
        String product = config.challenge().productName();
        String address = config.vendor().verificationAddress();
        return page(Status.OK, Templates.ask(name.value(), key, product, address));
    }

    /** The button. */
    @POST
    @Operation(summary = "Verifies a domain with the key of its verification message")
    public Uni<RestResponse<String>> complete(@RestForm @Nullable String domain, @RestForm @Nullable String key) {
        DomainName name = domainName(domain);
        if (name == null || key == null || !isPlausible(key)) {
            return incomplete();
        }
        VerificationKey presented = new VerificationKey(key);
        return transactions
                .run(tx -> redeemer.redeem(tx, name, presented, VerificationMethod.LINK)
                        .chain(redemption -> answering
                                .answer(tx, redemption, name)
                                .map(answer -> new Told(status(redemption), answer))))
                .chain(told -> page(told.status(), told.answer()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "a key could not be looked at: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithUni(VerifyDomainPage::unavailable);
    }

    private static Status status(Redemption redemption) {
        return switch (redemption) {
            case Redemption.Completed _, Redemption.AlreadyUsed _ -> Status.OK;
            case Redemption.Expired _ -> Status.GONE;
            case Redemption.TooManyTries _, Redemption.WrongKey _ -> Status.FORBIDDEN;
        };
    }

    private static Uni<RestResponse<String>> incomplete() {
        return page(
                Status.BAD_REQUEST,
                new Answer(
                        "This link is not complete",
                        "Please copy the whole line of the message, or simply forward the message to us."));
    }

    private static Uni<RestResponse<String>> unavailable() {
        return page(
                Status.SERVICE_UNAVAILABLE,
                new Answer("Not just now", "Something of ours is away. Please try again in a few minutes."));
    }

    private static Uni<RestResponse<String>> page(Status status, Answer answer) {
        return page(status, Templates.result(answer.title(), answer.explanation()));
    }

    private static Uni<RestResponse<String>> page(Status status, TemplateInstance template) {
        return template.createUni().map(html -> PageHeaders.on(RestResponse.ResponseBuilder.create(status, html)));
    }

    private static boolean isPlausible(String key) {
        return !key.isBlank() && key.length() <= MAX_KEY;
    }

    private static @Nullable DomainName domainName(@Nullable String text) {
        try {
            return text == null ? null : new DomainName(text.strip());
        } catch (IllegalArgumentException notADomain) {
            return null;
        }
    }
}
