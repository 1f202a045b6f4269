package net.bpsolutions.sending.gateway.authentication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of a DMARC record that matter to a receiver (RFC 9989 §4.7).
 *
 * @param strictDkim {@code adkim=s}
 * @param strictSpf {@code aspf=s}
 * @param psd {@code y}, {@code n} or {@code u}
 */
record DmarcRecord(boolean strictDkim, boolean strictSpf, String psd) {

    /** The only record among these; several of them count as none (RFC 9989 §4.10). */
    static Optional<DmarcRecord> among(List<String> texts) {
        List<Map<String, String>> records = texts.stream()
                .map(DmarcRecord::tags)
                .filter(tags -> tags.getOrDefault("v", "").equals("DMARC1"))
                .toList();
        return records.size() == 1 ? Optional.of(of(records.getFirst())) : Optional.empty();
    }

    private static DmarcRecord of(Map<String, String> tags) {
        return new DmarcRecord(
                tags.getOrDefault("adkim", "r").equalsIgnoreCase("s"),
                tags.getOrDefault("aspf", "r").equalsIgnoreCase("s"),
                psd(tags.getOrDefault("psd", "u").toLowerCase(Locale.ROOT)));
    }

    /** What is none of the values counts as the default. */
    private static String psd(String value) {
        return value.equals("y") || value.equals("n") ? value : "u";
    }

    /** The version must come first; what is no tag is ignored. */
    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : text.split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                String name = tag.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                if (tags.isEmpty() && !name.equals("v")) {
                    return Map.of();
                }
                tags.putIfAbsent(name, tag.substring(equals + 1).strip());
            }
        }
        return tags;
    }
}
