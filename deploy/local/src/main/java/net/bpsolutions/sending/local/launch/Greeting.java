package net.bpsolutions.sending.local.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is printed when everything answers: where it is, how to get in, what to try. */
record Greeting(Settings settings, DataFolder data, String token) {

    List<String> lines(Duration took) {
        return """

                Everything answers after %d s.

                  domain-registry   http://localhost:%d   (guide for clinics: /guide, API: /q/openapi)
                  mail-gateway      http://localhost:%d
                  dns-verifier      http://localhost:%d   (health, metrics)
                  verification@…    localhost:%d (SMTP)
                  Kafka             %s
                  PostgreSQL        localhost:%d, database, user and password "sending"
                  mails sent        %s
                  zone files        %s

                The development token (all roles), also in %s:

                %s

                Try next:

                1. Register the domain of a clinic:

                curl -s http://localhost:%d/v1/domains -H "Authorization: Bearer $(cat %s)" \\
                  -H 'Content-Type: application/json' -d '{"clinicId":"clinic-42","domain":"myhearingclinic.com"}'

                2. Send a reminder, with any Kafka client; this one is kcat:

                echo '{"id":"rem-1","clinicId":"clinic-42","from":{"name":"My Hearing Clinic","address":"jane@myhearingclinic.com"},"to":[{"name":"Pat Doe","address":"pat@example.org"}],"subject":"Your appointment on Tuesday","text":"See you at nine."}' \\
                  | kcat -P -b %s -t send-requests

                3. Look at what arrived: %s
                """.formatted(
                took.toSeconds(),
                settings.registryPort(),
                settings.gatewayPort(),
                settings.verifierPort(),
                settings.inboundSmtpPort(),
                settings.bootstrapServers(),
                settings.postgresPort(),
                mails(),
                zones(),
                tokenFile(),
                token,
                settings.registryPort(),
                tokenFile(),
                settings.bootstrapServers(),
                mails()).lines().toList();
    }

    private String mails() {
        return settings.ownRelay()
                .map(host -> "go to " + host + ":" + settings.relayPort())
                .orElse("http://localhost:" + settings.mailboxPort());
    }

    private String zones() {
        return settings.ownDns()
                .map(servers -> "(none: DNS is yours, " + servers + ")")
                .orElse(shortest(settings.zones()) + "/*.zone, served on localhost:" + settings.dnsPort());
    }

    private String tokenFile() {
        return shortest(data.of("token"));
    }

    /** Relative to where the person is, when it is below. */
    private static String shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }
}
