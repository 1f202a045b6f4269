package net.bpsolutions.sending.verifier.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void asksNobodyAnyMoreWhenItIsSpentAndDoesNotCallThatAbsence() {
        Budget budget = new Budget();
        AtomicInteger asked = new AtomicInteger();

        Lookup last = IntStream.range(0, 1000)
                .mapToObj(index -> budget.spend(() -> {
                            asked.incrementAndGet();
                            return Uni.createFrom().item(new Lookup.NoData());
                        })
                        .await()
                        .indefinitely())
                .reduce((earlier, later) -> later)
                .orElseThrow();

        assertThat(asked).hasValue(200);
        assertThat(last).isInstanceOf(Lookup.Unavailable.class);
    }
}
