package net.bpsolutions.sending.gateway.authentication;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.GatewayConfig;

/** Evaluates SPF, DKIM and DMARC of a mail. Never fails: what cannot be found out is not known. */
@ApplicationScoped
public class Authenticator {

    private final Dns dns;
    private final Duration timeout;

    Authenticator(Dns dns, GatewayConfig config) {
        this.dns = dns;
        timeout = config.authentication().timeout();
    }

    /**
     * Evaluates, on a worker thread.
     *
     * @param author the domain of the header From
     */
    public Uni<Authentication> evaluate(Origin origin, DomainName author, byte[] mail) {
        return Uni.createFrom()
                .item(() -> evaluation(origin, author, mail))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(Authentication.UNKNOWN)
                .onFailure()
                .recoverWithItem(Authentication.UNKNOWN);
    }

    private Authentication evaluation(Origin origin, DomainName author, byte[] mail) {
        Dns timed = new TimedDns(dns, timeout);
        Spf.Result sender = new Spf(timed).check(origin);
        List<Dkim.Signature> signatures = new Dkim(timed).check(mail);
        Dmarc.Result result = new Dmarc(timed).check(author.value(), sender, signatures);
        return new Authentication(
                sender.verdict(),
                sender.domain(),
                signatures.stream()
                        .map(signature -> new Authentication.Signature(signature.verdict(), signature.domain()))
                        .toList(),
                result.verdict(),
                result.aligned());
    }
}
