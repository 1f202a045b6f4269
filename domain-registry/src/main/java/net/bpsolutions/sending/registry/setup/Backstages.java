package net.bpsolutions.sending.registry.setup;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.registry.checks.Look;
import net.bpsolutions.sending.registry.history.HistoryJson;

/** Lays out what support wants to see. */
final class Backstages {

    private Backstages() {}

    static Backstage of(Story story) {
        List<Look> looks = story.looks();
        return new Backstage(
                looks.stream()
                        .limit(1)
                        .flatMap(look -> look.verdicts().stream())
                        .map(Backstages::answer)
                        .toList(),
                looks.stream()
                        .limit(1)
                        .flatMap(look -> look.nameservers().stream())
                        .toList(),
                Objects.requireNonNullElse(story.dnsHost(), ""),
                looks.stream()
                        .map(look -> new Backstage.Moment(Times.text(look.checkedAt()), states(look)))
                        .toList(),
                story.history().stream().map(Backstages::move).toList());
    }

    private static Backstage.Answer answer(RecordCheck check) {
        Long ttl = check.ttl();
        return new Backstage.Answer(
                check.name(),
                check.state().name(),
                check.found(),
                ttl == null ? "" : ttl.toString(),
                check.findings().stream().map(Backstages::finding).toList());
    }

    private static String finding(Finding finding) {
        String args = new TreeMap<>(finding.args())
                .entrySet().stream()
                        .map(arg -> arg.getKey() + "=" + arg.getValue())
                        .collect(joining(" · "));
        return finding.code() + (args.isEmpty() ? "" : " — " + args);
    }

    private static String states(Look look) {
        return look.verdicts().stream()
                .collect(groupingBy(check -> check.state().name(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(joining(", "));
    }

    private static Backstage.Move move(HistoryJson past) {
        var before = past.previousStatus();
        return new Backstage.Move(
                Times.text(past.occurredAt()),
                before == null ? "" : before.name(),
                past.status().name(),
                past.sendingAs().name(),
                past.cause());
    }
}
