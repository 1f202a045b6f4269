package net.bpsolutions.sending.registry.setup;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void marksTheLetterThatIsMissing() {
        assertThat(Difference.of("dkim1.mandrillapp.com", "dkim1.mandrilapp.com"))
                .isEqualTo(new Difference("dkim1.mandril", "l", "", "app.com"));
    }

    @Test
    void marksWhatTheHostAdded() {
        assertThat(Difference.of("dkim1.mandrillapp.com", "dkim1.mandrillapp.com.clinic.com"))
                .isEqualTo(new Difference("dkim1.mandrillapp.com", "", ".clinic.com", ""));
    }

    @Test
    void marksNothingWhereBothAreTheSame() {
        assertThat(Difference.of("v=DMARC1; p=none", "v=DMARC1; p=none").isAny())
                .isFalse();
    }

    @Property
    void losesNothingOfEither(@ForAll String expected, @ForAll String found) {
        Difference difference = Difference.of(expected, found);

        assertThat(difference.before() + difference.expected() + difference.after())
                .isEqualTo(expected);
        assertThat(difference.before() + difference.found() + difference.after())
                .isEqualTo(found);
    }
}
