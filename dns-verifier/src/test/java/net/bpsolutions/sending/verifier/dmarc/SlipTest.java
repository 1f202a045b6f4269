package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "hello",
                "v=spf1 include:spf.mandrillapp.com -all",
                "v=DKIM1; k=rsa; t=y; p=MIIBIjANBgkq",
                "v=BIMI1; l=https://clinic.example/logo.svg",
                "v=TLSRPTv1; rua=mailto:d@clinic.example",
                "v=STSv1; id=20260101",
                "dmarcian-verification=5f2c",
                "dmarc-token=1",
                "our dmarc record has moved",
                "p=MIIBIjANBgkq",
                "rua=mailto:d@clinic.example",
                "v=DMARC1; p=none"
            })
    void leavesAloneWhatIsNone(String text) {
        assertThat(Slip.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DMARC",
                "v=DAMRC1; p=none",
                "v=DMARC1.0; p=none",
                "V=dmarc1",
                "v = DMARC 1; p=none",
                "DMARC1; p=none",
                "Dmarc1",
                "p=none",
                "sp=none; p=reject",
                "rua=mailto:d@clinic.example; v=DMARC1; p=none",
                "_dmarc.clinic.example. 300 IN TXT v=DMARC1; p=none",
                "“v=DMARC1",
                "v=“DMARC1”; p=none",
                "v=DMARC1\\; p=none",
                "\u00a0v=DMARC1; p=none",
                "\ufeffv=DMARC1; p=none",
                "v=DMARC1\u200b; p=none",
                "v&#61;DMARC1&#59; p=none",
                "v＝DMARC1； p＝none"
            })
    void seesWhatWasMeant(String text) {
        assertThat(Slip.in(text)).isPresent();
        assertThat(Correction.of(text)).hasValueSatisfying(CorrectionTest::assertFaultless);
    }
}
