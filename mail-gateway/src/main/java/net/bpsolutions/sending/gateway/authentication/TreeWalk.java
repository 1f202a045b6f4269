package net.bpsolutions.sending.gateway.authentication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Walks up from a name to find DMARC records (RFC 9989 §4.10).
 *
 * @param found the names that have one, the longest first
 * @param unknown a question was not answered: what was found may not be all
 */
record TreeWalk(String start, List<Step> found, boolean unknown) {

    private static final int MAX_QUESTIONS = 8;

    /** A name with a record. */
    record Step(String name, DmarcRecord record) {

        /** That of a public suffix is none for the suffix itself (RFC 9989 §4.10). */
        boolean endsWalkFrom(String start) {
            return record.psd().equals("n") || (record.psd().equals("y") && !name.equals(start));
        }
    }

    static TreeWalk from(String start, Dns dns) {
        List<Step> found = new ArrayList<>();
        boolean unknown = false;
        for (String name : names(start)) {
            switch (dns.lookup("_dmarc." + name, Dns.Type.TXT)) {
                case Lookup.Answer(var texts) ->
                    DmarcRecord.among(texts).ifPresent(record -> found.add(new Step(name, record)));
                case Lookup.Nothing() -> {
                    // The next one up may have it.
                }
                case Lookup.Unavailable() -> unknown = true;
            }
            if (unknown || (!found.isEmpty() && found.getLast().endsWalkFrom(start))) {
                break;
            }
        }
        return new TreeWalk(start, List.copyOf(found), unknown);
    }

    /** The name itself, then its ancestors of at most seven labels. */
    private static List<String> names(String start) {
        List<String> labels = Arrays.asList(start.split("\\.", -1));
        List<String> names = new ArrayList<>();
        names.add(start);
        int from = Math.max(1, labels.size() - (MAX_QUESTIONS - 1));
        for (int label = from; label < labels.size(); label++) {
            names.add(String.join(".", labels.subList(label, labels.size())));
        }
        return names;
    }

    /** The record that holds for the name: its own, else that of its organizational domain. */
    Optional<DmarcRecord> policy() {
        if (!found.isEmpty() && found.getFirst().name().equals(start)) {
            return Optional.of(found.getFirst().record());
        }
        String organization = organizationalDomain();
        return found.stream()
                .filter(step ->
                        step.name().equals(organization) || step.record().psd().equals("y"))
                .map(Step::record)
                .findFirst();
    }

    /** RFC 9989 §4.10.2. */
    String organizationalDomain() {
        for (Step step : found) {
            if (step.record().psd().equals("n")) {
                return step.name();
            }
            if (step.record().psd().equals("y") && !step.name().equals(start)) {
                return below(step.name());
            }
        }
        return found.isEmpty() ? start : found.getLast().name();
    }

    private String below(String suffix) {
        String rest = start.substring(0, start.length() - suffix.length() - 1);
        return rest.substring(rest.lastIndexOf('.') + 1) + "." + suffix;
    }
}
