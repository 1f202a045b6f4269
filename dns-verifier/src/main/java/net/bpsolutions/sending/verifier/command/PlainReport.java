package net.bpsolutions.sending.verifier.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.ALabels;

/** For people: what is wrong, what to do about it, and what to begin with. */
final class PlainReport implements Report {

    private static final int MOST_SERVERS = 4;

    private final Terminal terminal;
    private final RecordSection section = new RecordSection();
    private final Totals totals = new Totals();

    PlainReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String of(DnsChecked checked) {
        List<ExpectedRecord> expected = VendorRecords.of(checked.domain());
        Page page = new Page(terminal).title(name(checked.domain().value()));
        servers(page, checked);
        page.gap();
        Set<String> said = new HashSet<>();
        IntStream.range(0, expected.size())
                .forEach(index -> section.write(
                        page,
                        said,
                        checked.domain(),
                        expected.get(index),
                        checked.records().get(index)));
        Summary summary = Summary.of(expected, checked.records());
        totals.count(summary);
        return page.gap().paragraph(summary.sentence()).gap().toString();
    }

    @Override
    public String end() {
        return totals.sentence();
    }

    private static String name(String domain) {
        String shown = Harmless.text(ALabels.shown(domain));
        return shown.equals(domain) ? domain : shown + " (" + domain + ")";
    }

    /** A record entered elsewhere than at the zone's own servers has no effect, so they are named. */
    private static void servers(Page page, DnsChecked checked) {
        List<String> servers = checked.nameservers();
        if (servers.isEmpty()) {
            return;
        }
        String names = servers.stream().limit(MOST_SERVERS).map(Harmless::text).collect(Collectors.joining(", "))
                + (servers.size() > MOST_SERVERS ? ", …" : "");
        String host = checked.dnsHost();
        page.paragraph(
                host == null
                        ? "Records are kept on the name servers " + names + "."
                        : "Records are kept at " + host + " (name servers " + names + ").");
    }
}
