package net.bpsolutions.sending.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimedDnsTest {

    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void asksWhileThereIsTime() {
        assertThat(timed(Duration.ofHours(1)).lookup("a.example", Dns.Type.TXT))
                .isEqualTo(new Lookup.Answer(List.of("x")));
    }

    @Test
    void asksNothingWhenTimeIsUp() {
        assertThat(timed(Duration.ZERO).lookup("a.example", Dns.Type.TXT)).isEqualTo(new Lookup.Unavailable());
        assertThat(questions).hasValue(0);
    }

    private Dns timed(Duration time) {
        return new TimedDns(
                (name, type) -> {
                    questions.incrementAndGet();
                    return new Lookup.Answer(List.of("x"));
                },
                time);
    }
}
