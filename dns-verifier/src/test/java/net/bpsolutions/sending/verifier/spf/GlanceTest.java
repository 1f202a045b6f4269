package net.bpsolutions.sending.verifier.spf;

import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 include:spf.mandrillapp.com ?all",
                "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 include:spf.mandrillapp.com -all",
                "v=spf1 a a:b.example include:spf.mandrillapp.com -all",
                "v=spf1 a exists:%{i}.b.example include:spf.mandrillapp.com -all",
                "v=spf1 include:spf.mandrillapp.com -all include:a.example ptr",
                "v=spf1 include:spf.mandrillapp.com"
            })
    void isContentWithWhatCannotGoWrong(String text) {
        assertThat(Clinic.glance("MS=ms1234", text).state()).isEqualTo(RecordState.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 include:a.example include:spf.mandrillapp.com -all",
                "v=spf1 include:spf.mandrillapp.com redirect=a.example",
                "v=spf1 redirect=spf.mandrillapp.com",
                "v=spf1 mx include:spf.mandrillapp.com -all",
                "v=spf1 a a:b.example a:c.example include:spf.mandrillapp.com -all",
                "v=spf1 ptr include:spf.mandrillapp.com -all",
                "v=spf1 a:%{p}.example include:spf.mandrillapp.com -all",
                "v=spf1 include:spf.mandrillapp.com +all",
                "v=spf1 include:spf.mandrillapp.com ip4:1 -all",
                "v=spf1 -all include:spf.mandrillapp.com",
                "v=spf1 -include:spf.mandrillapp.com include:spf.mandrillapp.com -all",
                "v=spf1 include:_spf.clinic.example -all",
                "v=spf10 include:spf.mandrillapp.com -all"
            })
    void leavesTheRestToAnExamination(String text) {
        assertThat(Clinic.glance(text).state()).isNotEqualTo(RecordState.OK);
    }

    @Test
    void leavesSeveralRecordsToAnExamination() {
        String good = "v=spf1 include:spf.mandrillapp.com -all";

        assertThat(Clinic.glance(good, good).state()).isEqualTo(RecordState.CONFLICT);
    }

    @Test
    void saysTheSameAsAnExamination() {
        String text = "v=spf1 a exists:%{i}.b.example include:spf.mandrillapp.com";

        RecordCheck glance = Clinic.glance(text);
        RecordCheck examination = Clinic.publishing(text);

        assertThat(glance.findings()).isEqualTo(examination.findings()).hasSize(2);
    }

    @Test
    void doesNotKnowWhatItDidNotSee() {
        RecordCheck check = Spf.glance(Clinic.EXPECTED, new Lookup.Unavailable(Reason.TIMEOUT, ""));

        assertThat(check.state()).isEqualTo(RecordState.UNKNOWN);
    }
}
