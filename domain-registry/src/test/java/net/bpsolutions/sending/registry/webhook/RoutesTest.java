package net.bpsolutions.sending.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final Target TARGET = new Target("hooks.example-clinic.com", 443, true, "/", false);

    @Test
    void connectsToTheAddressThatItJudged() {
        assertThat(route(List.of("1.1.1.1", "2606:4700::1111"))).isEqualTo(new Route.To("1.1.1.1"));
    }

    @Test
    void sendsNothingWhenOneOfTheAddressesIsInside() {
        assertThat(route(List.of("1.1.1.1", "10.0.0.1"))).isEqualTo(new Route.Inside());
        assertThat(route(List.of("1.1.1.1", "::1"))).isEqualTo(new Route.Inside());
    }

    @Test
    void saysWhenThereIsNoAddress() {
        assertThat(route(List.of())).isEqualTo(new Route.Nowhere());
    }

    /** A name that answers otherwise the second time gets no second time. */
    @Test
    void asksForTheAddressesOnce() {
        AtomicInteger lookUps = new AtomicInteger();
        Routes rebinding = new Routes(_ -> Uni.createFrom()
                .item(() -> lookUps.getAndIncrement() == 0 ? List.of("1.1.1.1") : List.of("127.0.0.1")));

        assertThat(rebinding.to(TARGET).await().indefinitely()).isEqualTo(new Route.To("1.1.1.1"));
        assertThat(lookUps).hasValue(1);
    }

    private static Route route(List<String> addresses) {
        return new Routes(_ -> Uni.createFrom().item(addresses))
                .to(TARGET)
                .await()
                .indefinitely();
    }
}
