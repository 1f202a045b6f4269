package net.bpsolutions.sending.verifier.dkim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A DKIM key record (RFC 6376 §3.6.1, RFC 8463), read as receivers read it. */
sealed interface KeyRecord {

    /**
     * A key that can verify signatures.
     *
     * @param bits the length of its modulus; 256 for Ed25519
     * @param material {@code p=} without whitespace
     * @param testing it is marked with {@code t=y}
     */
    record Usable(int bits, boolean rsa, String material, boolean testing) implements KeyRecord {}

    /** {@code p=} is empty. */
    record Revoked() implements KeyRecord {}

    /**
     * Nobody can use it.
     *
     * @param fault why
     * @param position of the character where that shows, counted from 1
     */
    record Invalid(KeyFault fault, int position) implements KeyRecord {}

    /** Reads the joined character-strings of one TXT record; never fails. */
    static KeyRecord read(String text) {
        TagList tags = TagList.caseSensitive(text);
        if (!tags.faults().isEmpty()) {
            return new Invalid(KeyFault.SYNTAX, tags.faults().getFirst().position());
        }
        return misversioned(tags).or(() -> unfit(tags, text)).orElseGet(() -> key(tags));
    }

    /** Whether it means to be a key record at all. */
    static boolean isMeant(String text) {
        TagList tags = TagList.parse(text);
        return tags.tag("p").isPresent()
                && tags.value("v")
                        .map(version -> version.toUpperCase(Locale.ROOT).startsWith("DKIM"))
                        .orElse(true);
    }

    private static Optional<KeyRecord> misversioned(TagList tags) {
        return tags.tag("v")
                .flatMap(version -> !version.value().equals("DKIM1")
                        ? Optional.of(new Invalid(KeyFault.VERSION, version.position()))
                        : version.equals(tags.tags().getFirst())
                                ? Optional.empty()
                                : Optional.of(new Invalid(KeyFault.VERSION_NOT_FIRST, version.position())));
    }

    /** In the order of RFC 6376 §6.1.2: a revoked key is revoked, whatever else the record says. */
    private static Optional<KeyRecord> unfit(TagList tags, String text) {
        Optional<TagList.Tag> key = tags.tag("p");
        if (key.isEmpty()) {
            return Optional.of(new Invalid(KeyFault.KEY_MISSING, text.length() + 1));
        }
        return key.get().value().isEmpty()
                ? Optional.of(new Revoked())
                : lacks(tags, "s", KeyFault.SERVICE, "email", "*").or(() -> lacks(tags, "h", KeyFault.HASH, "sha256"));
    }

    /** A list that is given must name one of {@code wanted}; one that is not given allows everything. */
    private static Optional<KeyRecord> lacks(TagList tags, String name, KeyFault fault, String... wanted) {
        return tags.tag(name)
                .filter(tag -> Arrays.stream(wanted).noneMatch(each -> names(tag.value(), each)))
                .map(tag -> new Invalid(fault, tag.position()));
    }

    private static boolean names(String list, String wanted) {
        return Arrays.stream(list.split(":")).anyMatch(each -> each.strip().equalsIgnoreCase(wanted));
    }

    private static KeyRecord key(TagList tags) {
        TagList.Tag tag = tags.tag("p").orElseThrow();
        int fault = KeyMaterial.fault(tag.value());
        if (fault >= 0) {
            return new Invalid(KeyFault.BASE64, tag.position() + fault);
        }
        String material = KeyMaterial.compact(tag.value());
        byte[] key = KeyMaterial.decode(material);
        boolean testing = tags.value("t").filter(flags -> names(flags, "y")).isPresent();
        return switch (tags.value("k").orElse("rsa").toLowerCase(Locale.ROOT)) {
            case "rsa" ->
                RsaKey.bits(key)
                        .<KeyRecord>map(bits -> new Usable(bits, true, material, testing))
                        .orElseGet(() -> new Invalid(KeyFault.NOT_A_KEY, tag.position()));
            case "ed25519" ->
                key.length == KeyMaterial.ED25519_LENGTH
                        ? new Usable(KeyMaterial.ED25519_LENGTH * Byte.SIZE, false, material, testing)
                        : new Invalid(KeyFault.NOT_A_KEY, tag.position());
            default ->
                new Invalid(KeyFault.ALGORITHM, tags.tag("k").orElseThrow().position());
        };
    }
}
