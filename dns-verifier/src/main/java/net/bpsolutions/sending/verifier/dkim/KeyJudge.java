package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.events.FindingCode.DANGLING_TARGET;
import static net.bpsolutions.sending.events.FindingCode.KEY_INVALID;
import static net.bpsolutions.sending.events.FindingCode.KEY_REVOKED;
import static net.bpsolutions.sending.events.FindingCode.KEY_TOO_SHORT;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.TESTING_MODE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/**
 * Judges a key record.
 *
 * @param verdict what was seen of the expected record
 * @param about arguments of every finding
 * @param remarks what else is to be said, whatever the key is
 */
record KeyJudge(Verdict verdict, Map<String, String> about, List<Finding> remarks) {

    /** RFC 8301 §3.2: shorter keys must not be trusted. */
    private static final int SHORTEST = 1024;

    /** RFC 8301 §3.2: what signers should use. */
    private static final int ADVISED = 2048;

    /**
     * Judges what a selector's CNAME leads to. The clinic's own record is right by then: a key that cannot be seen is the
     * vendor's affair and only remarked upon.
     */
    RecordCheck judge(Lookup key) {
        return switch (key) {
            case Lookup.Answer(var texts, var _) ->
                several(texts.stream().distinct().toList());
            case Lookup.NoSuchDomain _ -> bad(Findings.error(DANGLING_TARGET, with("rcode", "NXDOMAIN")));
            case Lookup.Alias _, Lookup.NoData _ -> bad(Findings.error(DANGLING_TARGET, with("rcode", "NODATA")));
            case Lookup.Unavailable unavailable -> good(unseen(unavailable));
        };
    }

    /** Receivers take one of them, nobody knows which (RFC 6376 §3.6.2.2). */
    private RecordCheck several(List<String> texts) {
        if (texts.size() == 1) {
            return judge(texts.getFirst());
        }
        Map<String, String> args = with("count", String.valueOf(texts.size()));
        args.put("found", String.join(" | ", texts));
        return verdict.of(
                RecordState.CONFLICT,
                joined(Findings.error(MULTIPLE_RECORDS, args), Findings.error(KEY_INVALID, args)));
    }

    /** Judges the text of the one key record there is. */
    RecordCheck judge(String text) {
        return switch (KeyRecord.read(text)) {
            case KeyRecord.Revoked _ -> bad(Findings.error(KEY_REVOKED, with("found", text)));
            case KeyRecord.Invalid invalid -> bad(Findings.error(KEY_INVALID, faulty(text, invalid)));
            case KeyRecord.Usable key -> usable(key);
        };
    }

    private RecordCheck usable(KeyRecord.Usable key) {
        Map<String, String> length = with("bits", String.valueOf(key.bits()));
        if (key.rsa() && key.bits() < SHORTEST) {
            return bad(Findings.error(KEY_TOO_SHORT, length));
        }
        List<Finding> said = new ArrayList<>();
        if (key.testing()) {
            said.add(Findings.warning(TESTING_MODE, about));
        }
        if (key.rsa() && key.bits() < ADVISED) {
            said.add(Findings.info(KEY_TOO_SHORT, length));
        }
        return good(said.toArray(Finding[]::new));
    }

    private Finding unseen(Lookup.Unavailable unavailable) {
        Map<String, String> args = new HashMap<>(about);
        args.putAll(Verdict.remark(unavailable).args());
        return Findings.warning(unavailable.reason().code(), args);
    }

    private Map<String, String> faulty(String text, KeyRecord.Invalid invalid) {
        Map<String, String> args = with("found", text);
        args.put("fault", invalid.fault().word());
        args.put("position", String.valueOf(invalid.position()));
        return args;
    }

    private RecordCheck bad(Finding finding) {
        return verdict.of(RecordState.WRONG, joined(finding));
    }

    private RecordCheck good(Finding... findings) {
        return verdict.of(RecordState.OK, joined(findings));
    }

    private List<Finding> joined(Finding... findings) {
        return Stream.concat(Stream.of(findings), remarks.stream()).toList();
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> args = new HashMap<>(about);
        args.put(name, value);
        return args;
    }
}
