package net.bpsolutions.sending.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class ShippedZonesTest {

    private final List<String> notices = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"dkim1.mandrillapp.com.", "dkim2.mandrillapp.com."})
    void holdRealKeysWhereTheRecordsOfAClinicPoint(String owner) throws Exception {
        Message response = ask(owner, Type.TXT);

        var txt = (TXTRecord) response.getSection(Section.ANSWER).getFirst();
        String value = String.join("", txt.getStrings());
        assertThat(value).startsWith("v=DKIM1; k=rsa; p=");
        byte[] der = Base64.getDecoder().decode(value.substring(value.indexOf("p=") + 2));
        var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        assertThat(key.getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void letTheClinicBeginWithoutItsRecords() throws Exception {
        assertThat(ask("myhearingclinic.com.", Type.NS).getSection(Section.ANSWER))
                .isNotEmpty();
        assertThat(ask("_dmarc.myhearingclinic.com.", Type.TXT).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("mte1._domainkey.myhearingclinic.com.", Type.CNAME).getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
    }

    private Message ask(String owner, int type) throws Exception {
        try (var server = ZoneServer.start(Path.of("zones"), 0, notices::add)) {
            assertThat(notices).isEmpty();
            return new SimpleResolver(server.address())
                    .send(Message.newQuery(Record.newRecord(Name.fromConstantString(owner), type, DClass.IN)));
        }
    }
}
