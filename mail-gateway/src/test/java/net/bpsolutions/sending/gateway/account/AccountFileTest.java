package net.bpsolutions.sending.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.bpsolutions.sending.gateway.smtp.Account;
import net.bpsolutions.sending.gateway.smtp.RelayConfig.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFileTest {

    @Test
    void readsAnAccount() {
        assertThat(AccountFile.read("host=smtp.mandrillapp.com\nusername=clinic\npassword=secret\n"))
                .contains(new Account(
                        "smtp.mandrillapp.com", 587, Tls.STARTTLS, Optional.of(new Account.Login("clinic", "secret"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "port=25",
                "host=a b",
                "host=smtp.example\nport=70000",
                "host=smtp.example\nport=x",
                "host=smtp.example\ntls=maybe",
                "host=smtp.example\nusername=clinic",
                "host=smtp.example\npasswort=secret",
                "host=smtp.example\nusername=\\u00zz"
            })
    void takesNothingThatIsNotWhole(String text) {
        assertThat(AccountFile.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../clinic-42", "a/b", ".hidden", "_5f", "Müller", "..", "."})
    void looksInNoOtherPlaceWhateverTheClinicIsCalled(String clinicId) {
        assertThat(AccountFile.name(clinicId))
                .hasValueSatisfying(
                        name -> assertThat(name).matches("_[0-9a-f]+").isNotEqualTo(clinicId));
    }

    @Test
    void findsAnOrdinaryClinicByItsName() {
        assertThat(AccountFile.name("clinic-42")).contains("clinic-42");
        assertThat(AccountFile.name("ü".repeat(200))).isEmpty();
    }

    @Test
    void showsNoPassword() {
        assertThat(new Account.Login("clinic", "secret").toString()).doesNotContain("secret");
    }
}
