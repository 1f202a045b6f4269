package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    private static String inherited(TreeWalk.Step... steps) {
        return TreeWalk.inherited(List.of(steps)).map(TreeWalk.Step::domain).orElse("none");
    }

    private static TreeWalk.Step step(String domain, String tag) {
        return new TreeWalk.Step(
                domain, PolicyRecord.read("v=DMARC1; p=none; " + tag).orElseThrow());
    }
}
