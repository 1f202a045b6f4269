package net.bpsolutions.sending.registry.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bpsolutions.sending.events.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepersTest {

    private final Keepers keepers = new Keepers();

    @ParameterizedTest
    @CsvSource({
        "Cloudflare, mte1._domainkey.clinic.com, clinic.com, mte1._domainkey",
        "Cloudflare, mte1._domainkey.mail.clinic.com, clinic.com, mte1._domainkey.mail",
        "Cloudflare, clinic.com, clinic.com, @",
        "Cloudflare, notclinic.com, clinic.com, notclinic.com",
        "Hurricane Electric, mte1._domainkey.clinic.com, clinic.com, mte1._domainkey.clinic.com",
        "nobody, _dmarc.clinic.com, clinic.com, _dmarc"
    })
    void writesANameAsTheHostWantsIt(String host, String owner, String zone, String expected) {
        assertThat(keepers.of(null, host).host(owner, new DomainName(zone))).isEqualTo(expected);
    }

    @Test
    void prefersTheHostThatWasChosen() {
        assertThat(keepers.of("Hetzner", "Cloudflare").name()).isEqualTo("Hetzner");
    }

    @Test
    void passesOverAChoiceThatThereIsNot() {
        assertThat(keepers.of("<script>", "Cloudflare").name()).isEqualTo("Cloudflare");
        assertThat(keepers.of("<script>", null).name()).isEmpty();
    }

    /** What it knows under another name than the verifier, it never shows. */
    @Test
    void callsHostsAsTheVerifierDoes() throws IOException {
        String recognised = Files.readString(Path.of("../dns-verifier/src/main/resources/dns-hosts.txt"));

        assertThat(keepers.all())
                .extracting(Keeper::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(recognised).contains("\n" + name + ": "));
    }

    @Test
    void refusesALineWithAFieldTooFew() {
        assertThatThrownBy(() -> Keepers.read("Somebody | site | place | Name | Value | short"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
