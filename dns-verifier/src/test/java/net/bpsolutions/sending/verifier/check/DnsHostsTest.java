package net.bpsolutions.sending.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsHostsTest {

    private static final DnsHosts HOSTS = DnsHosts.known();

    @ParameterizedTest
    @CsvSource({
        "ada.ns.cloudflare.com bob.ns.cloudflare.com,           Cloudflare",
        "NS01.DomainControl.com. ns02.domaincontrol.com,        GoDaddy",
        "ns-1536.awsdns-00.co.uk ns-0.awsdns-00.com ns-512.awsdns-00.net, Amazon Route 53",
        "ns-cloud-a1.googledomains.com,                         Google Cloud DNS / Squarespace",
        "nsd1.squarespacedns.com,                               Squarespace",
        "dns1.p08.nsone.net ns01.squarespacedns.com,            Squarespace",
        "dns1.p08.nsone.net dns2.p08.nsone.net,                 NS1 (Netlify and others)",
        "dns1.registrar-servers.com,                            Namecheap",
        "ns10.wixdns.net,                                       Wix",
        "ns1045.ui-dns.org ns1082.ui-dns.com ns1066.ui-dns.de,  IONOS",
        "ns91.worldnic.com,                                     Network Solutions",
        "helium.ns.hetzner.de oxygen.ns.hetzner.com,            Hetzner",
        "ns1.your-server.de ns.second-ns.com,                   Hetzner",
        "ns1-01.azure-dns.com ns3-01.azure-dns.org,             Azure DNS",
        "yns1.yahoo.com yns2.yahoo.com,                         Turbify (Yahoo Small Business)",
        "shades01.rzone.de docks05.rzone.de,                    Strato",
    })
    void recognisesAHostByItsServers(String servers, String name) {
        assertThat(HOSTS.recognise(List.of(servers.split(" ")))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.ns.cloudflare.com ns1.clinic.example",
                "ada.ns.cloudflare.com ns01.domaincontrol.com",
                "ns.cloudflare.com.evil.example",
                "notns.cloudflare.com",
                "ada.notcloudflare.com",
                "nsxcloudflare.com",
                "ns1.notdomaincontrol.com",
                "ns-1.awsdns-.evil.com",
                "ns-1.awsdns-00.example.com",
                "ns1.yahoo.com",
                "ns1.google.com",
            })
    void doesNotGuess(String servers) {
        assertThat(HOSTS.recognise(List.of(servers.split(" ")))).isEmpty();
    }

    @Test
    void recognisesNobodyByNoServer() {
        assertThat(HOSTS.recognise(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cloudflare",
                "Cloudflare:",
                ": cloudflare.com",
                "Cloudflare cloudflare.com",
                "Cloudflare: .*\\.cloudflare\\.com",
                "Cloudflare: com",
                "Cloudflare: ns.*.com",
                "Cloudflare: Cloudflare.com",
                "Cloudflare: .cloudflare.com",
                "Cloudflare: cloudflare.com cloudflare.com",
                "Cloudflare: cloudflare.com\nCloudflare: foundationdns.com",
            })
    void refusesALineThatIsNotWrittenAsItShouldBe(String data) {
        assertThatIllegalArgumentException().isThrownBy(() -> DnsHosts.read(data));
    }
}
