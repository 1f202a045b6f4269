package net.bpsolutions.sending.verifier.command;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;

/** Checks of a clinic's four records (two DKIM, DMARC, SPF), made up. */
final class RecordChecks {

    static final DomainName CLINIC = new DomainName("clinic.example");
    static final List<ExpectedRecord> EXPECTED = VendorRecords.of(CLINIC);

    private RecordChecks() {}

    /** One check for each of the four, in order. */
    static List<RecordCheck> of(RecordState first, RecordState second, RecordState dmarc, RecordState spf) {
        return List.of(check(0, first), check(1, second), check(2, dmarc), check(3, spf));
    }

    static RecordCheck check(int record, RecordState state, Finding... findings) {
        return check(record, state, List.of(), findings);
    }

    static RecordCheck check(int record, RecordState state, List<String> found, Finding... findings) {
        ExpectedRecord expected = EXPECTED.get(record);
        return new RecordCheck(expected.purpose(), expected.name(), state, found, null, List.of(findings));
    }

    static Finding error(String code, Map<String, String> args) {
        return new Finding(code, Severity.ERROR, args);
    }
}
