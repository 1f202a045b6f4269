package net.bpsolutions.sending.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.events.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikeTest {

    @ParameterizedTest
    @ValueSource(strings = {"сlinic.org", "hеaring.com", "раураl.com", "сосо.com", "mail.сlinic.org"})
    void flagsWhatCanBeMistakenForAnother(String name) {
        assertThat(LookAlike.is(canonical(name))).as(name).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "myhearingclinic.com",
                "hörklinik.de",
                "straße.de",
                "clínica-del-oído.es",
                "клиника.com",
                "слух.рф",
                "補聴器クリニック.jp",
                "助听器.cn",
                "보청기.kr",
                "ακοή.gr",
                "שמיעה.co.il",
                "r3---sn.clinic.com"
            })
    void leavesHonestNamesAlone(String name) {
        assertThat(LookAlike.is(canonical(name))).as(name).isFalse();
    }

    private static DomainName canonical(String name) {
        return Spelling.canonical(name).orElseThrow();
    }
}
