package net.bpsolutions.sending.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HarmlessTest {

    @Test
    void leavesWhatPeopleCanRead() {
        assertThat(Harmless.text("v=DMARC1; p=none “größer” 日本")).isEqualTo("v=DMARC1; p=none “größer” 日本");
    }

    @Test
    void writesOutWhatCannotBeSeen() {
        assertThat(Harmless.text(
                        "a\u001b[2J\n\u009b\u200b\u202e\u2066\ufeff\u00a0\u2028\ud800\ud83d\ude00\udb40\udc41"))
                .isEqualTo(
                        "a<U+001B>[2J<U+000A><U+009B><U+200B><U+202E><U+2066><U+FEFF><U+00A0><U+2028><U+D800>😀<U+E0041>");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(Harmless.cut("x".repeat(20), 10)).isEqualTo("x".repeat(10) + "… (20 characters)");
        assertThat(Harmless.cut("x".repeat(10), 10)).isEqualTo("x".repeat(10));
    }

    @Property
    void leavesNothingThatCouldMoveTheCursor(@ForAll String anything) {
        assertThat(Harmless.text(anything)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");
    }
}
