package net.bpsolutions.sending.gateway.dispatch;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.account.OwnAccounts;
import net.bpsolutions.sending.gateway.account.OwnAccounts.Finding;
import net.bpsolutions.sending.gateway.smtp.Account;

/** Which relay a mail leaves by: a clinic's own account for its own mail and no other, ours for everything else. */
@ApplicationScoped
class Routes {

    private final OwnAccounts accounts;
    private final Account shared;

    Routes(OwnAccounts accounts, GatewayConfig config) {
        this.accounts = accounts;
        this.shared = Account.shared(config.relay());
    }

    /** Where to. */
    sealed interface Route {

        /** Our relay. */
        record Shared(Account account) implements Route {}

        /** The clinic's. */
        record Own(Account account) implements Route {}

        /** Nowhere now; the code says why. */
        record None(String reason) implements Route {}
    }

    Uni<Route> of(String clinicId, SendingAs sendingAs) {
        return switch (sendingAs) {
            case NATIVE, FALLBACK -> Uni.createFrom().item(new Route.Shared(shared));
            case OWN_ACCOUNT ->
                Uni.createFrom()
                        .item(() -> own(accounts.of(clinicId)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        };
    }

    private static Route own(Finding finding) {
        return switch (finding) {
            case Finding.Found(var account) -> new Route.Own(account);
            case Finding.None(var reason) -> new Route.None(reason);
        };
    }
}
