package net.bpsolutions.sending.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    private static final String LABEL_OF_63 = "a".repeat(63);
    private static final String NAME_OF_253 = (LABEL_OF_63 + ".").repeat(3) + "b".repeat(57) + ".com";

    static final String[] AT_THE_LIMIT = {LABEL_OF_63 + ".com", NAME_OF_253, NAME_OF_253 + "."};

    static final String[] BEYOND_THE_LIMIT = {LABEL_OF_63 + "a.com", "a" + NAME_OF_253, "c." + NAME_OF_253};

    @ParameterizedTest
    @CsvSource(textBlock = """
            myhearingclinic.com,         myhearingclinic.com
            MyHearingClinic.COM,         myhearingclinic.com
            myhearingclinic.com.,        myhearingclinic.com
            mail.my-clinic.co.uk,        mail.my-clinic.co.uk
            xn--hrklinik-q4a.de,         xn--hrklinik-q4a.de
            XN--HRKLINIK-Q4A.DE,         xn--hrklinik-q4a.de
            clinic.xn--p1ai,             clinic.xn--p1ai
            1.example,                   1.example
            3com.com,                    3com.com
            a.b,                         a.b
            IDIOT.TITLE.INFO,            idiot.title.info
            """)
    void takesTheCanonicalForm(String written, String canonical) {
        assertThat(new DomainName(written).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @FieldSource("AT_THE_LIMIT")
    void takesNamesAndLabelsAtTheLimit(String written) {
        assertThat(new DomainName(written).value()).hasSizeLessThanOrEqualTo(253);
    }

    @ParameterizedTest
    @FieldSource("BEYOND_THE_LIMIT")
    void refusesNamesAndLabelsBeyondTheLimit(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "com",
                "com.",
                "example..com",
                ".example.com",
                "example.com..",
                "-example.com",
                "example-.com",
                "exa_mple.com",
                "_dmarc.example.com",
                "example.123",
                "192.0.2.1",
                "[192.0.2.1]",
                "hörklinik.de",
                "example。com",
                "пример.рф",
                "ex ample.com",
                " example.com",
                "example.com\n",
                "example.com\0",
                "jane@example.com",
                "https://example.com",
                "example.com/setup",
                "example.com:25",
                "*.example.com",
                "*",
                "İstanbul.com"
            })
    void refusesWhatIsNoDomainName(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(written));
    }

    @Test
    void keepsTheInputOutOfTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DomainName("jane@example.com"))
                .withMessageNotContaining("jane");
    }

    @Test
    void isAPlainStringInJson() throws JsonProcessingException {
        DomainName read = Golden.JSON.readValue("\"MyClinic.example.\"", DomainName.class);

        assertThat(Golden.JSON.writeValueAsString(read)).isEqualTo("\"myclinic.example\"");
    }
}
