package net.bpsolutions.sending.verifier.dmarc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A DMARC policy record (RFC 9989 §4.7), read: {@code v=DMARC1} is its first tag, else it is none.
 *
 * @param text as published, its character-strings joined
 * @param tags in the order written; of a repeated tag the first only
 * @param faults where it departs from the grammar
 */
record PolicyRecord(String text, List<Tag> tags, List<Fault> faults) {

    /** The record, if {@code text} is one. Other TXT records at the name do not matter. */
    static Optional<PolicyRecord> read(String text) {
        return Version.leads(text) ? Optional.of(TagReader.read(text)) : Optional.empty();
    }

    /** Every record among {@code texts}. */
    static List<PolicyRecord> among(List<String> texts) {
        return texts.stream().map(PolicyRecord::read).flatMap(Optional::stream).toList();
    }

    /** The tag of that name. */
    Optional<Tag> tag(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    /** Whether the tag has that value; case does not matter. */
    boolean says(String name, String value) {
        return tag(name).filter(tag -> tag.value().equalsIgnoreCase(value)).isPresent();
    }

    /** {@code psd}: y, n or, by default, u. */
    String publicSuffix() {
        return tag("psd").map(tag -> tag.value().toLowerCase(Locale.ROOT)).orElse("u");
    }

    /** The policy of a {@code p}, {@code sp} or {@code np} tag, when it can be read. */
    Optional<Policy> policy(String name) {
        return isLost(name) ? Optional.empty() : tag(name).flatMap(tag -> Policy.of(tag.value()));
    }

    /** Whether the tag is there, but says nothing that can be read. */
    boolean isUnreadable(String name) {
        return isLost(name) || (tag(name).isPresent() && policy(name).isEmpty());
    }

    /** Of two {@code p} tags nobody knows which one counts (RFC 6376 §3.2); of others the first may as well. */
    private boolean isLost(String name) {
        return (name.equals("p") || tag(name).isEmpty())
                && faults.stream().anyMatch(fault -> fault.tag().equals(name));
    }

    /** Addresses for aggregate ({@code rua}) or failure ({@code ruf}) reports. */
    List<ReportAddress> reportAddresses(String name) {
        return tag(name).map(ReportAddress::of).orElse(List.of());
    }

    /**
     * What receivers apply to the domain of the record itself; nothing when they disregard the record. A {@code p} that is
     * missing or unreadable counts as nothing, although RFC 9989 §4.10.1 reads {@code none} when there is an address for
     * reports: many receivers, and the mail provider, want to see a policy.
     */
    Optional<Policy> applied() {
        return appliedFrom(Stream.of("p"));
    }

    /** What receivers apply to a domain below, {@code sp} or {@code np} first. */
    Optional<Policy> appliedBelow(boolean exists) {
        return appliedFrom(exists ? Stream.of("sp", "p") : Stream.of("np", "sp", "p"));
    }

    /** An unreadable {@code sp} or {@code np} spoils the whole policy. */
    private Optional<Policy> appliedFrom(Stream<String> names) {
        if (policy("p").isEmpty()) {
            return Optional.empty();
        }
        if (isUnreadable("sp") || isUnreadable("np")) {
            return wantsReports() ? Optional.of(Policy.NONE) : Optional.empty();
        }
        return names.map(this::policy)
                .flatMap(Optional::stream)
                .findFirst()
                .map(policy -> says("t", "y") ? policy.milder() : policy);
    }

    /** The same as receivers of RFC 7489 read it, who know neither {@code np} nor {@code t}. */
    Optional<Policy> appliedBelowBefore9989() {
        if (policy("p").isEmpty()) {
            return Optional.empty();
        }
        return isUnreadable("sp")
                ? Optional.of(Policy.NONE).filter(none -> wantsReports())
                : policy("sp").or(() -> policy("p"));
    }

    private boolean wantsReports() {
        return reportAddresses("rua").stream().anyMatch(ReportAddress::isUri);
    }
}
