package net.bpsolutions.sending.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void drawsTheDayWithTheMostToTheTopAndTheOthersInProportion() {
        Chart chart = chart(List.of(3, 1), List.of(1, 1), List.of(0, 0));

        assertThat(chart.columns().get(0).bars())
                .containsExactly(new Chart.Bar("tone-0", "25.0", "75.0"), new Chart.Bar("tone-1", "0.0", "25.0"));
        assertThat(chart.columns().get(1).bars())
                .containsExactly(new Chart.Bar("tone-0", "75.0", "25.0"), new Chart.Bar("tone-1", "50.0", "25.0"));
        assertThat(chart.columns().get(2).bars()).isEmpty();
    }

    @Test
    void saysTheSameInNumbers() {
        Chart chart = chart(List.of(3, 0), List.of(1, 2));

        assertThat(chart.columns()).extracting(Chart.Column::date).containsExactly("2026-11-01", "2026-11-02");
        assertThat(chart.columns()).extracting(Chart.Column::counts).containsExactly(List.of(3L, 0L), List.of(1L, 2L));
        assertThat(chart.most()).isEqualTo(3);
    }

    @Test
    void drawsNothingWhenThereIsNothing() {
        assertThat(chart(List.of(0, 0)).columns())
                .allSatisfy(column -> assertThat(column.bars()).isEmpty());
    }

    /** A sum that was taken back further than it should be: what is kept of the past may be incomplete. */
    @Test
    void drawsNoPartBelowNothing() {
        assertThat(chart(List.of(-2, 4)).columns().getFirst().bars())
                .containsExactly(new Chart.Bar("tone-1", "0.0", "100.0"));
    }

    @SafeVarargs
    private static Chart chart(List<Integer>... days) {
        return new Chart(
                List.of("one", "two"),
                IntStream.range(0, days.length)
                        .mapToObj(day -> new Chart.Day(
                                FIRST.plusDays(day),
                                IntStream.range(0, days[day].size())
                                        .mapToObj(part -> new Chart.Part("tone-" + part, days[day].get(part)))
                                        .toList()))
                        .toList());
    }
}
