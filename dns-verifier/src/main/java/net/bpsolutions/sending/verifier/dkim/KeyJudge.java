package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.events.FindingCode.DANGLING_TARGET;
import static net.bpsolutions.sending.events.FindingCode.KEY_INVALID;
import static net.bpsolutions.sending.events.FindingCode.KEY_REVOKED;
import static net.bpsolutions.sending.events.FindingCode.KEY_TOO_SHORT;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/**
 * Judges the key that a selector's CNAME leads to. The clinic's own record is right by then: a key that cannot be seen is
 * the vendor's affair and only remarked upon.
 */
final class KeyJudge {

    /** RFC 8301 §3.2: shorter keys must not be trusted. */
    private static final int SHORTEST = 1024;

    /** RFC 8301 §3.2: what signers should use. */
    private static final int ADVISED = 2048;

    private KeyJudge() {}

    static RecordCheck judge(Verdict verdict, String target, Lookup key) {
        return switch (key) {
            case Lookup.Answer(var texts, var _)
            when texts.size() > 1 ->
                verdict.wrong(
                        Findings.error(KEY_INVALID, Map.of("target", target, "count", String.valueOf(texts.size()))));
            case Lookup.Answer(var texts, var _) -> read(verdict, target, texts.getFirst());
            case Lookup.Alias _, Lookup.NoData _, Lookup.NoSuchDomain _ ->
                verdict.wrong(Findings.error(DANGLING_TARGET, Map.of("found", target)));
            case Lookup.Unavailable unavailable -> verdict.ok(List.of(unseen(target, unavailable)));
        };
    }

    private static Finding unseen(String target, Lookup.Unavailable unavailable) {
        return Findings.warning(unavailable.reason().code(), Map.of("target", target));
    }

    private static RecordCheck read(Verdict verdict, String target, String text) {
        return switch (KeyRecord.read(text)) {
            case KeyRecord.Revoked _ -> verdict.wrong(Findings.error(KEY_REVOKED, Map.of("target", target)));
            case KeyRecord.Invalid(String fault) ->
                verdict.wrong(Findings.error(KEY_INVALID, Map.of("target", target, "fault", fault)));
            case KeyRecord.Usable(int bits, boolean rsa, var _)
            when rsa && bits < SHORTEST -> verdict.wrong(Findings.error(KEY_TOO_SHORT, length(target, bits)));
            case KeyRecord.Usable(int bits, boolean rsa, var _)
            when rsa && bits < ADVISED -> verdict.ok(List.of(Findings.info(KEY_TOO_SHORT, length(target, bits))));
            case KeyRecord.Usable _ -> verdict.ok(List.of());
        };
    }

    private static Map<String, String> length(String target, int bits) {
        return Map.of("target", target, "bits", String.valueOf(bits));
    }
}
