package net.bpsolutions.sending.verifier.command;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordState;

/** The exit status: what matters is what is required. */
final class ExitStatus {

    private final Set<RecordState> seen = EnumSet.noneOf(RecordState.class);

    void count(DnsChecked checked) {
        Set<String> required = VendorRecords.of(checked.domain()).stream()
                .filter(ExpectedRecord::required)
                .map(ExpectedRecord::name)
                .collect(Collectors.toSet());
        checked.records().stream()
                .filter(check -> required.contains(check.name()))
                .forEach(check -> seen.add(check.state()));
    }

    /** 0 all as expected, 1 something is wrong, 2 something could not be checked. */
    int value() {
        boolean wrong = seen.stream().anyMatch(state -> state != RecordState.OK && state != RecordState.UNKNOWN);
        if (wrong) {
            return 1;
        }
        return seen.contains(RecordState.UNKNOWN) ? 2 : 0;
    }
}
