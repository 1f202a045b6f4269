package net.bpsolutions.sending.verifier.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a text was meant to say, read as leniently as a person would read it, and as far as a person would read.
 *
 * @param pieces in the order written
 */
record Gist(List<Piece> pieces) {

    /** In characters; no record is that long. */
    static final int READ = 4096;

    private static final int VERSION_LENGTH = 10;

    /**
     * A tag, more or less.
     *
     * @param name in lower case, misspellings put right
     * @param value may be empty
     */
    record Piece(String name, String value) {

        /** The first word of the value. */
        private String word() {
            return value.substring(0, Characters.nameEnd(value, 0, value.length()));
        }

        private Optional<Policy> policy() {
            return name.equals("p") ? Spelling.policy(word()) : Optional.empty();
        }

        private boolean isVersion() {
            return name.equals("v") && isNearly(word());
        }
    }

    /** Never fails. */
    static Gist of(String text) {
        List<Piece> pieces = new ArrayList<>();
        String clean = Plain.of(text.length() <= READ ? text : text.substring(0, READ));
        int start = 0;
        while (start <= clean.length()) {
            int semicolon = clean.indexOf(';', start);
            int end = semicolon < 0 ? clean.length() : semicolon;
            for (String part : TagNames.cut(clean.substring(start, end))) {
                read(part.strip()).ifPresent(pieces::add);
            }
            start = end + 1;
        }
        return new Gist(List.copyOf(pieces));
    }

    private static Optional<Piece> read(String part) {
        int end = Characters.nameEnd(part, 0, part.length());
        String written = part.substring(0, end).toLowerCase(Locale.ROOT);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int at = Characters.skipWsp(part, end, part.length());
        boolean separated = at < part.length() && (part.charAt(at) == '=' || part.charAt(at) == ':');
        if (!separated && written.equals("dmarc1")) {
            return Optional.of(new Piece("v", written));
        }
        if (!separated && !TagNames.isKnown(written)) {
            return Optional.empty();
        }
        String name = TagNames.meantBy(written).orElse(written);
        return Optional.of(
                new Piece(name, part.substring(separated ? at + 1 : at).strip()));
    }

    private static boolean isNearly(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        return version.length() <= VERSION_LENGTH
                && (Spelling.distance(lower, "dmarc1") <= 2 || lower.startsWith("dmarc1"));
    }

    /** Whether it has anything to do with DMARC: it says so, or it begins like a record and has a policy. */
    boolean isMeant() {
        return pieces.stream().anyMatch(Piece::isVersion)
                || (!pieces.isEmpty()
                        && TagNames.isKnown(pieces.getFirst().name())
                        && pieces.stream()
                                .anyMatch(piece -> piece.name().equals("p")
                                        && Policy.of(piece.word()).isPresent()));
    }

    /** The strictest policy that can be read in it. */
    Optional<Policy> policy() {
        return pieces.stream().map(Piece::policy).flatMap(Optional::stream).max(Policy::compareTo);
    }

    /** What it says beside version and policy. */
    Stream<Piece> rest() {
        return pieces.stream()
                .filter(piece -> !piece.name().equals("v") && !piece.name().equals("p"));
    }
}
