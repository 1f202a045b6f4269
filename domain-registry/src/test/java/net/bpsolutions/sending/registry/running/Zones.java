package net.bpsolutions.sending.registry.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names that an attacker could give for a webhook. */
final class Zones {

    private static final String ATTACKER = """
            $ORIGIN attacker-hooks.com.
            $TTL 5
            @        SOA  ns1 hostmaster 1 3600 600 604800 5
            @        NS   ns1
            ns1      A    127.0.0.1
            loopback A    127.0.0.1
            private  A    10.1.2.3
            metadata A    169.254.169.254
            mixed    A    192.0.66.1
            mixed    A    192.168.7.7
            ula      AAAA fd00::1
            mapped   AAAA ::ffff:10.0.0.1
            alias    CNAME private
            """;

    private Zones() {}

    static Path in(Path folder) throws IOException {
        Path zones = Files.createDirectories(folder.resolve("zones"));
        Files.writeString(zones.resolve("attacker-hooks.com.zone"), ATTACKER);
        return zones;
    }
}
