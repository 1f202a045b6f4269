package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the way to targets. One address that is not public is enough to send nothing. */
@ApplicationScoped
class Routes {

    private final Names names;

    Routes(Names names) {
        this.names = names;
    }

    Uni<Route> to(Target target) {
        return target.own()
                ? Uni.createFrom().item(new Route.To(target.host()))
                : names.addresses(target.host()).map(Routes::judge);
    }

    private static Route judge(List<String> addresses) {
        if (addresses.isEmpty()) {
            return new Route.Nowhere();
        }
        return addresses.stream().allMatch(PublicAddress::is) ? new Route.To(addresses.getFirst()) : new Route.Inside();
    }
}
