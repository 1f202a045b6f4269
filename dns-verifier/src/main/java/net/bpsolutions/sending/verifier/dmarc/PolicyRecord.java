package net.bpsolutions.sending.verifier.dmarc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.verifier.dkim.TagList;

/**
 * A DMARC policy record (RFC 9989 §4.6), read: {@code v=DMARC1} is its first tag, else it is none.
 *
 * @param text as published, its character-strings joined
 */
record PolicyRecord(String text, TagList tags) {

    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");
    private static final Pattern VERSION = Pattern.compile("[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*(?:;.*)?", Pattern.DOTALL);
    private static final Pattern RUN_ON = Pattern.compile("[^\\w:/@.%+!-]");

    /** The record, if {@code text} is one. Other TXT records at the name do not matter. */
    static Optional<PolicyRecord> read(String text) {
        return VERSION.matcher(text).matches()
                ? Optional.of(new PolicyRecord(text, TagList.parse(text)))
                : Optional.empty();
    }

    /** Every record among {@code texts}. */
    static List<PolicyRecord> among(List<String> texts) {
        return texts.stream().map(PolicyRecord::read).flatMap(Optional::stream).toList();
    }

    /** The policy, when it says one. */
    Optional<String> policy() {
        return tags.value("p").map(policy -> policy.toLowerCase(Locale.ROOT));
    }

    static boolean isPolicy(String policy) {
        return POLICIES.contains(policy);
    }

    /** Where the value of {@code p} runs on into something else for want of a semicolon, counted from 1. */
    Optional<Integer> policyRunsOnAt() {
        return tags.tag("p").flatMap(tag -> {
            Matcher end = RUN_ON.matcher(tag.value());
            return end.find() ? Optional.of(tag.position() + end.start()) : Optional.empty();
        });
    }

    /** {@code psd}: y, n or, by default, u. */
    String publicSuffix() {
        return tags.value("psd").orElse("u").toLowerCase(Locale.ROOT);
    }

    /** The record with {@code p=none} where its policy belongs. */
    String withPolicyNone() {
        int semicolon = text.indexOf(';');
        String rest = semicolon < 0 ? "" : text.substring(semicolon + 1).strip();
        return "v=DMARC1; p=none" + (rest.isEmpty() ? "" : "; " + rest);
    }
}
