package net.bpsolutions.sending.registry.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.bpsolutions.sending.registry.problem.Quota;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RequestRate rate = new RequestRate(new Quota("requests", 6, Duration.ofMinutes(1)));

    @Test
    void letsAWholeQuotaThroughAtOnce() {
        long fullAt = 0;
        for (int left = 5; left >= 0; left--) {
            RequestRate.Answer.Pass pass = (RequestRate.Answer.Pass) rate.take(fullAt, 0);
            assertThat(pass.remaining()).isEqualTo(left);
            fullAt = pass.fullAt();
        }

        assertThat(rate.take(fullAt, 0)).isEqualTo(new RequestRate.Answer.Refuse(Duration.ofSeconds(10)));
    }

    @Test
    void letsOneMoreThroughForEachThatGrewBack() {
        long used = 60 * SECOND;

        assertThat(rate.take(used, 9 * SECOND)).isEqualTo(new RequestRate.Answer.Refuse(Duration.ofSeconds(1)));
        assertThat(rate.take(used, 10 * SECOND)).isInstanceOf(RequestRate.Answer.Pass.class);
    }

    @Test
    void savesNothingUpBeyondItsQuota() {
        assertThat(rate.take(0, 1000 * SECOND))
                .isEqualTo(new RequestRate.Answer.Pass(1010 * SECOND, 5, Duration.ofSeconds(10)));
    }

    @Test
    void isWrittenAsTheDraftHasIt() {
        assertThat(rate.quota().policy()).isEqualTo("\"requests\";q=6;w=60");
        assertThat(rate.quota().limit(5, Duration.ofMillis(9001))).isEqualTo("\"requests\";r=5;t=10");
    }
}
