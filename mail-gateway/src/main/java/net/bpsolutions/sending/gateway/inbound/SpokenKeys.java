package net.bpsolutions.sending.gateway.inbound;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;

/** Keys that a person typed or pasted without the link: after "Key:", in groups, or alone. */
final class SpokenKeys {

    private static final int MAX_NAMES = 50;
    private static final Pattern LABELLED = Pattern.compile(
            "\\bkey(?:\\s{1,3}is)?(?:(?-i:=3D)|[^a-z0-9]{1,20})([a-z2-7]{32})(?![a-z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRAPPED = Pattern.compile(
            "\\bkey(?:\\s{1,3}is)?[^a-z0-9]{1,20}([a-z2-7]{4,31}=?[ \\t]{0,3}\\r?\\n[>| \\t]{0,10}[a-z2-7]{1,28})(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPED = Pattern.compile(
            "(?<![a-z0-9])((?:[a-z2-7]{4}[ \\u00a0-]){7}[a-z2-7]{4}|(?:[a-z2-7]{8}[ \\u00a0-]){3}[a-z2-7]{8}"
                    + "|[a-z2-7]{16}[ \\u00a0-][a-z2-7]{16})(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE =
            Pattern.compile("(?<![A-Za-z0-9+/=.@%_-])([a-z2-7]{32}|[A-Z2-7]{32})(?![A-Za-z0-9+/=@%_-])");
    private static final Pattern NOT_KEY = Pattern.compile("[^a-zA-Z2-7]");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?<![?&/=-])\\bdomain(?:\\s{1,3}is|=3D)?[^\\p{L}\\p{N}]{1,5}(?!domain\\b)([\\p{L}\\p{N}.-]{3,253})",
            Pattern.CASE_INSENSITIVE);

    private SpokenKeys() {}

    /** Those of the surest kind that is there; whose domain is not said may be the author's. */
    static Set<Proof> in(List<String> texts, @Nullable Address author) {
        DomainName named =
                texts.stream().flatMap(SpokenKeys::domains).findFirst().orElse(null);
        Set<Proof> found = new LinkedHashSet<>();
        for (Pattern kind : List.of(LABELLED, WRAPPED, GROUPED, ALONE)) {
            if (found.isEmpty()) {
                texts.stream()
                        .flatMap(text -> keys(kind, text))
                        .forEach(key -> proof(key, named, author).ifPresent(found::add));
            }
        }
        return found;
    }

    private static Stream<VerificationKey> keys(Pattern kind, String text) {
        return kind.matcher(text)
                .results()
                .limit(MAX_NAMES)
                .map(match -> NOT_KEY.matcher(match.group(1)).replaceAll(""))
                .filter(key -> key.length() == VerificationKey.LENGTH)
                .map(VerificationKey::new);
    }

    private static Optional<Proof> proof(VerificationKey key, @Nullable DomainName named, @Nullable Address author) {
        return named != null
                ? Optional.of(new Proof(named, key))
                : Optional.ofNullable(author).map(address -> new Proof(address.domain(), key, false));
    }

    private static Stream<DomainName> domains(String text) {
        return DOMAIN.matcher(text).results().limit(MAX_NAMES).flatMap(name -> domain(name.group(1)));
    }

    private static Stream<DomainName> domain(String name) {
        try {
            return Stream.of(new DomainName(IDN.toASCII(name.toLowerCase(Locale.ROOT))));
        } catch (RuntimeException notADomain) {
            return Stream.empty();
        }
    }
}
