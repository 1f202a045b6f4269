package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.registry.breaker.BreakerJson;
import net.bpsolutions.sending.registry.paging.Slice;
import org.jspecify.annotations.Nullable;

/** The first page: how many, how it went, and the list. */
@TemplateData
public record OverviewPage(Wanted wanted, Slice<ListedDomain> list, Numbers.Counted counted, boolean frozen) {

    private static final int HEIGHT = 100;

    static OverviewPage of(Wanted wanted, Slice<ListedDomain> list, Numbers.Counted counted, BreakerJson breaker) {
        return new OverviewPage(wanted, list, counted, breaker.frozen());
    }

    /** How many have a status, and where they are listed. */
    @TemplateData
    public record Count(String status, String tone, long count, boolean current) {}

    /** A day of the chart, from the bottom up. */
    @TemplateData
    public record Column(int x, String date, List<Bar> bars, List<Long> counts) {}

    /** A part of a column, in hundredths of the height. */
    @TemplateData
    public record Bar(String tone, String y, String height) {}

    /** By status, now. */
    public List<Count> counts() {
        Timeline.Day now = counted.days().getLast();
        return Stream.of(DomainStatus.values())
                .map(status -> new Count(
                        status.name(), Said.tone(status), now.of(status), wanted.status.equals(status.name())))
                .toList();
    }

    /** When it was counted. */
    public String countedAt() {
        return Utc.seconds(counted.at());
    }

    /** All of them. */
    public long all() {
        return counted.days().getLast().all();
    }

    /** How many an operator has to look at. */
    public long attention() {
        return counted.attention();
    }

    /** The lines of the list. */
    public List<ListedDomain> rows() {
        return list.items();
    }

    /** The address of what follows; null at the end. */
    public @Nullable String next() {
        return Optional.ofNullable(list.nextCursor()).map(wanted::from).orElse(null);
    }

    /** Whether the list is narrowed, or does not begin at its beginning. */
    public boolean narrowed() {
        return !(wanted.domain + wanted.clinic + wanted.status + wanted.only).isEmpty() || wanted.cursor != null;
    }

    public String domain() {
        return wanted.domain;
    }

    public String clinic() {
        return wanted.clinic;
    }

    public String only() {
        return wanted.only;
    }

    /** The names of the statuses, in the order of every figure. */
    public List<String> statuses() {
        return Stream.of(DomainStatus.values()).map(Enum::name).toList();
    }

    /** The highest column. */
    public long most() {
        return counted.days().stream().mapToLong(Timeline.Day::all).max().orElse(0);
    }

    /** The chart: one column a day, as high as the day with the most. */
    public List<Column> columns() {
        long most = most();
        List<Column> columns = new ArrayList<>();
        for (Timeline.Day day : counted.days()) {
            columns.add(new Column(
                    columns.size() * 10,
                    day.date().toString(),
                    bars(day, Math.max(1, most)),
                    Stream.of(DomainStatus.values()).map(day::of).toList()));
        }
        return columns;
    }

    private static List<Bar> bars(Timeline.Day day, long most) {
        List<Bar> bars = new ArrayList<>();
        double top = HEIGHT;
        for (DomainStatus status : List.of(
                DomainStatus.VERIFIED,
                DomainStatus.DEGRADED,
                DomainStatus.LAPSED,
                DomainStatus.SUSPENDED,
                DomainStatus.PENDING)) {
            double height = (double) HEIGHT * Math.max(0, day.of(status)) / most;
            top -= height;
            if (height > 0) {
                bars.add(new Bar(Said.tone(status), number(top), number(height)));
            }
        }
        return bars;
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 100) / 100.0);
    }
}
