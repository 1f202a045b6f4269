package net.bpsolutions.sending.verifier.command;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;

/** What a record should be, and what to paste. */
final class Remedy {

    /** The record is not what has to be changed. */
    private static final Set<String> NO_DOMAIN = Set.of("NXDOMAIN", "PARKED");

    private static final Set<String> NOT_THE_CLINICS = Set.of("KEY_REVOKED", "KEY_INVALID", "KEY_TOO_SHORT");

    /** A record of the clinic's own is to be moved, not replaced by a weaker one. */
    private static final Set<String> TO_BE_MOVED = Set.of("WRONG_LOCATION", "DOUBLED_SUFFIX");

    private Remedy() {}

    /** In one line; nothing where it is so, or where it would not help to know. */
    static Optional<String> expected(ExpectedRecord expected, RecordCheck check) {
        boolean noQuestion = check.state() == RecordState.OK || check.state() == RecordState.UNKNOWN;
        return noQuestion || has(check, NO_DOMAIN) ? Optional.empty() : Optional.of(line(expected));
    }

    private static String line(ExpectedRecord expected) {
        return switch (expected.purpose()) {
            case DKIM, OWNERSHIP -> expected.type() + " " + expected.value();
            case DMARC -> expected.type() + " " + expected.value() + " (or a stricter policy)";
            case SPF -> "one TXT record with " + include(expected.value()) + " before its \"all\"";
        };
    }

    /**
     * The value to enter. What the finding suggests comes first; an SPF record or a DMARC policy that exists is never
     * replaced without.
     */
    static Optional<String> toPaste(ExpectedRecord expected, RecordCheck check) {
        Optional<String> suggested = check.findings().stream()
                .map(Finding::args)
                .flatMap(args -> Stream.ofNullable(args.get("suggested")))
                .findFirst();
        return suggested.or(() -> isReplaced(expected, check) ? Optional.of(expected.value()) : Optional.empty());
    }

    private static boolean isReplaced(ExpectedRecord expected, RecordCheck check) {
        return !has(check, NO_DOMAIN)
                && !has(check, NOT_THE_CLINICS)
                && switch (check.state()) {
                    case OK, UNKNOWN -> false;
                    case MISSING ->
                        expected.purpose() != Purpose.SPF
                                && (expected.purpose() != Purpose.DMARC || !has(check, TO_BE_MOVED));
                    case WRONG, CONFLICT ->
                        expected.purpose() == Purpose.DKIM || expected.purpose() == Purpose.OWNERSHIP;
                };
    }

    private static boolean has(RecordCheck check, Set<String> codes) {
        return check.findings().stream().map(Finding::code).anyMatch(codes::contains);
    }

    private static String include(String record) {
        return Stream.of(record.split(" ", -1))
                .filter(term -> term.startsWith("include:"))
                .findFirst()
                .orElse(record);
    }
}
