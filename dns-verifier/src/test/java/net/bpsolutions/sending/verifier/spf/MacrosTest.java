package net.bpsolutions.sending.verifier.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacrosTest {

    @ParameterizedTest
    @CsvSource({
        "_spf.%{d}, _spf.mail.clinic.example",
        "_spf.%{D2}, _spf.clinic.example",
        "%{dr}, example.clinic.mail",
        "%{d1r}.x.example, mail.x.example",
        "%{d99}, mail.clinic.example",
        "%{o2.}._SPF.Example., clinic.example._spf.example",
        "%{d-}.example, mail.clinic.example.example",
        "%{d1ri}, ''",
        "a%%b.example, a%b.example"
    })
    void expandsWhatDependsOnTheDomainOnly(String spec, String name) {
        assertThat(Macros.expand(spec, "mail.clinic.example").orElse("")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%{i}._spf.example", "%{l}.%{d}", "%{s}", "%{p}.example", "%{h}", "%{v}.example"})
    void leavesAloneWhatDependsOnTheSender(String spec) {
        assertThat(Macros.expand(spec, "clinic.example")).isEmpty();
    }

    @Test
    void shortensOnTheLeft() {
        String expanded = Macros.expand("%{d}.%{d}.%{d}.%{d}.%{d}", "a".repeat(60) + ".example")
                .orElseThrow();

        assertThat(expanded)
                .hasSizeLessThanOrEqualTo(253)
                .startsWith("example.aaa")
                .endsWith(".example");
    }
}
