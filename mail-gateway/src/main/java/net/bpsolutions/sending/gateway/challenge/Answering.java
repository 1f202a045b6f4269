package net.bpsolutions.sending.gateway.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.gateway.checks.CheckedDomains;
import net.bpsolutions.sending.gateway.checks.MissingRecords;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;

/** Finds out what a person is to be told about a redemption. */
@ApplicationScoped
public class Answering {

    private final CheckedDomains domains;
    private final SenderStatusView registrations;

    Answering(CheckedDomains domains, SenderStatusView registrations) {
        this.domains = domains;
        this.registrations = registrations;
    }

    /** In plain words, with what is still missing when the domain is proven. */
    public Uni<Answer> answer(SqlConnection tx, Redemption redemption, DomainName domain) {
        return switch (redemption) {
            case Redemption.Completed(var challenge) ->
                domains.missing(tx, domain)
                        .map(missing -> Answer.to(redemption, domain, certain(missing, challenge.domainId(), domain)));
            case Redemption.AlreadyUsed _, Redemption.Expired _, Redemption.TooManyTries _, Redemption.WrongKey _ ->
                Uni.createFrom().item(Answer.to(redemption, domain, new MissingRecords.Unknown()));
        };
    }

    private MissingRecords certain(MissingRecords missing, UUID domainId, DomainName domain) {
        return switch (missing) {
            case MissingRecords.Unknown _ -> missing;
            case MissingRecords.None _, MissingRecords.Some _ ->
                nothingElseIsInTheWay(domainId, registrations.registrationsOf(domain.value()))
                        ? missing
                        : new MissingRecords.Unknown();
        };
    }

    /** Held back by an operator, or claimed after another clinic: then records and key do not suffice, and no promise is made. */
    static boolean nothingElseIsInTheWay(UUID domainId, List<SenderStatus> registrations) {
        return registrations.stream().anyMatch(registration -> domainId.equals(registration.domainId()))
                && registrations.stream()
                        .allMatch(registration -> domainId.equals(registration.domainId())
                                ? registration.status() != DomainStatus.SUSPENDED
                                : registration.status() == DomainStatus.PENDING);
    }
}
