package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
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

    /** From the bottom of a column up. */
    private static final List<DomainStatus> ORDER = List.of(
            DomainStatus.VERIFIED,
            DomainStatus.DEGRADED,
            DomainStatus.LAPSED,
            DomainStatus.SUSPENDED,
            DomainStatus.PENDING);

    static OverviewPage of(Wanted wanted, Slice<ListedDomain> list, Numbers.Counted counted, BreakerJson breaker) {
        return new OverviewPage(wanted, list, counted, breaker.frozen());
    }

    /** How many have a status, and where they are listed. */
    @TemplateData
    public record Count(String status, String tone, long count, boolean current) {}

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

    /** Day by day. */
    public Chart chart() {
        return new Chart(
                ORDER.stream().map(Enum::name).toList(),
                counted.days().stream()
                        .map(day -> new Chart.Day(
                                day.date(),
                                ORDER.stream()
                                        .map(status -> new Chart.Part(Said.tone(status), day.of(status)))
                                        .toList()))
                        .toList());
    }
}
