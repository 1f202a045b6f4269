package net.bpsolutions.sending.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsHostsTest {

    @ParameterizedTest
    @CsvSource({
        "ada.ns.cloudflare.com, Cloudflare",
        "ns01.domaincontrol.com, GoDaddy",
        "ns-1536.awsdns-00.co.uk, Amazon Route 53",
        "ns-cloud-a1.googledomains.com, Google Cloud DNS / Squarespace",
        "dns1.registrar-servers.com, Namecheap",
        "ns10.wixdns.net, Wix",
        "ns1045.ui-dns.org, IONOS",
        "ns91.worldnic.com, Network Solutions",
    })
    void recognisesAHostByItsServers(String server, String name) {
        assertThat(DnsHosts.known().recognise(List.of(server))).contains(name);
    }

    @Test
    void doesNotGuessFromSomeOfTheServers() {
        assertThat(DnsHosts.known().recognise(List.of("ada.ns.cloudflare.com", "ns1.clinic.example")))
                .isEmpty();
        assertThat(DnsHosts.known().recognise(List.of("ns.cloudflare.com.evil.example")))
                .isEmpty();
        assertThat(DnsHosts.known().recognise(List.of())).isEmpty();
    }
}
