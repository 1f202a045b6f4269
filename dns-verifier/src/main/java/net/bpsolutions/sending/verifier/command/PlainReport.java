package net.bpsolutions.sending.verifier.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import picocli.CommandLine.Help.Ansi;

/** For people, in colour where the terminal has it. */
final class PlainReport implements Report {

    private final PrintStream out;

    PlainReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void tell(DnsChecked checked) {
        String host = checked.dnsHost() == null ? "" : " (DNS at " + checked.dnsHost() + ")";
        out.println(checked.domain() + host);
        checked.records().forEach(this::tell);
    }

    private void tell(RecordCheck check) {
        String state = "@|" + colour(check.state()) + " " + pad(check.state().name()) + "|@";
        out.println("  " + Ansi.AUTO.string(state) + " " + check.purpose() + " " + check.name());
        check.found().forEach(found -> out.println("            found " + printable(found)));
        check.findings().forEach(this::tell);
    }

    private void tell(Finding finding) {
        String args = finding.args().entrySet().stream()
                .filter(arg -> !arg.getKey().equals("found"))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(arg -> arg.getKey() + ": " + printable(arg.getValue()))
                .collect(Collectors.joining(", "));
        out.println("            " + finding.code() + (args.isEmpty() ? "" : "  " + args));
    }

    private static String colour(RecordState state) {
        return switch (state) {
            case OK -> "green";
            case UNKNOWN -> "yellow";
            case MISSING, WRONG, CONFLICT -> "red";
        };
    }

    private static String pad(String state) {
        return (state + "        ").substring(0, 8);
    }

    /** A zone may hold anything, escape sequences included. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "�");
    }
}
