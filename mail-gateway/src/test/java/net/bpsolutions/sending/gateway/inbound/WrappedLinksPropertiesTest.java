package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WrappedLinksPropertiesTest {

    private static final String START = "https://sending.example/verify-domain?domain=";

    @Property(tries = 300)
    void undoesAnyWrappersAroundEachOther(
            @ForAll("keys") String key, @ForAll("domains") String domain, @ForAll("wrappers") List<Wrapper> wrappers) {
        String link = START + domain + "&key=" + key;
        String wrapped = link;
        for (Wrapper wrapper : wrappers) {
            wrapped = wrapper.around(wrapped);
        }

        List<String> undone = new WrappedLinks().undone("Please open <" + wrapped + "> now");

        assertThat(wrappers.isEmpty() || undone.stream().anyMatch(inner -> inner.contains(link)))
                .as("%s", wrappers)
                .isTrue();
    }

    @Property(tries = 300)
    void findsTheProofHoweverWrappedAndWrapped(
            @ForAll("keys") String key,
            @ForAll("domains") String domain,
            @ForAll("wrappers") List<Wrapper> wrappers,
            @ForAll("widths") int width) {
        String wrapped = START + domain + "&key=" + key;
        for (Wrapper wrapper : wrappers) {
            wrapped = wrapper.around(wrapped);
        }
        String lines = String.join("\r\n> ", wrapped.split("(?<=\\G.{" + width + "})"));

        List<Proof> proofs = Proofs.in(
                new InboundMail(null, "Fwd", false, List.of("open this:\r\n\r\n> " + lines + "\r\n\r\nThank you\r\n")));

        assertThat(proofs).as("%s", wrappers).contains(new Proof(new DomainName(domain), new VerificationKey(key)));
    }

    @Property(tries = 200)
    void comesToAnEndWithAnything(@ForAll String text) {
        assertThat(new WrappedLinks().undone("https://" + text)).hasSizeLessThanOrEqualTo(WrappedLinks.MAX_LINKS);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyz234567")
                .ofLength(VerificationKey.LENGTH);
    }

    @Provide
    Arbitrary<String> domains() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyz0123456789-")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(label -> "a" + label + "z.example");
    }

    @Provide
    Arbitrary<List<Wrapper>> wrappers() {
        return Arbitraries.of(Wrapper.class).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.integers().between(20, 200);
    }
}
