package net.bpsolutions.sending.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecognisedHostsTest {

    private final List<List<String>> asked = new ArrayList<>();
    private final RecognisedHosts hosts = new RecognisedHosts(names -> {
        asked.add(names);
        return Optional.of("Host of " + names.size());
    });

    @Test
    void knowsTheSameServersInAnyOrder() {
        assertThat(hosts.of(List.of("b.example", "a.example"))).contains("Host of 2");
        assertThat(hosts.of(List.of("a.example", "b.example"))).contains("Host of 2");
        assertThat(hosts.of(List.of("a.example", "b.example", "a.example"))).contains("Host of 2");

        assertThat(asked).containsExactly(List.of("a.example", "b.example"));
    }

    @Test
    void doesNotKeepWhatAStrangerMadeLong() {
        List<String> many = IntStream.range(0, 900)
                .mapToObj(index -> "n" + index + "." + "\\200".repeat(200))
                .toList();

        assertThat(hosts.of(many)).contains("Host of 900");
        assertThat(hosts.of(many)).contains("Host of 900");

        assertThat(asked).hasSize(2);
    }
}
