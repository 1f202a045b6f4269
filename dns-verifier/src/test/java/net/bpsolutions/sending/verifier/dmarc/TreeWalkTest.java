package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;
import org.junit.jupiter.api.Test;

class TreeWalkTest {

    @Test
    void walksUpToTheTopLevelDomain() {
        assertThat(TreeWalk.parents("a.b.example")).containsExactly("b.example", "example");
    }

    @Test
    void jumpsToSevenLabelsFromALongName() {
        assertThat(TreeWalk.parents("a.b.c.d.e.f.g.h.i.example"))
                .startsWith("d.e.f.g.h.i.example")
                .hasSize(7);
    }

    @Test
    void letsTheRecordWithFewestLabelsSpeak() {
        assertThat(inherited(step("b.example", ""), step("example", ""))).isEqualTo("example");
    }

    @Test
    void stopsWhereADomainSaysItIsNoSuffix() {
        assertThat(inherited(step("b.c.example", "psd=n"), step("example", ""))).isEqualTo("b.c.example");
    }

    @Test
    void takesTheDomainBelowASuffix() {
        assertThat(inherited(step("c.bank", ""), step("bank", "psd=y"))).isEqualTo("c.bank");
    }

    @Test
    void letsTheSuffixSpeakWhenTheDomainBelowItIsSilent() {
        assertThat(inherited(step("bank", "psd=y"))).isEqualTo("bank");
    }

    @Test
    void doesNotLetASuffixThatCannotBeSeenHideTheRest() {
        assertThat(inherited(step("c.example", ""), lost("example", true))).isEqualTo("c.example");
        assertThat(inherited(lost("example", true))).isEqualTo("none");
    }

    @Test
    void admitsThatItDidNotSeeADomainOnTheWay() {
        assertThat(inherited(lost("c.example", false), step("example", ""))).isEqualTo("TIMEOUT");
    }

    private static TreeWalk.Step lost(String domain, boolean isSuffix) {
        Lookup nothing = new Lookup.Unavailable(Reason.TIMEOUT, "");
        return new TreeWalk.Step(domain, new Trail.Ended(List.of("_dmarc." + domain), nothing, null), true, isSuffix);
    }

    private static String inherited(TreeWalk.Step... steps) {
        return switch (TreeWalk.climb(List.of(steps))) {
            case TreeWalk.End.Found found -> found.domain();
            case TreeWalk.End.Nothing _ -> "none";
            case TreeWalk.End.Unseen(var reason) -> reason.reason().name();
        };
    }

    private static TreeWalk.Step step(String domain, String tag) {
        Lookup answer = new Lookup.Answer(List.of("v=DMARC1; p=none; " + tag), null);
        return new TreeWalk.Step(domain, new Trail.Ended(List.of("_dmarc." + domain), answer, null), true, false);
    }
}
