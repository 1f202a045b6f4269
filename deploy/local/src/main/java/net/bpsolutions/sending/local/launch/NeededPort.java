package net.bpsolutions.sending.local.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.local.Ports;

/** A port that must be free, what it is for, and the variable that moves it. */
record NeededPort(int port, String purpose, String variable) {

    static List<NeededPort> of(Settings settings) {
        List<NeededPort> needed = new ArrayList<>(List.of(
                new NeededPort(settings.registryPort(), "domain-registry", "REGISTRY_HTTP_PORT"),
                new NeededPort(settings.verifierPort(), "dns-verifier", "VERIFIER_HTTP_PORT"),
                new NeededPort(settings.gatewayPort(), "mail-gateway", "GATEWAY_HTTP_PORT"),
                new NeededPort(settings.inboundSmtpPort(), "inbound SMTP", "INBOUND_SMTP_PORT"),
                new NeededPort(settings.postgresPort(), "PostgreSQL", "POSTGRES_PORT")));
        if (settings.ownKafka().isEmpty()) {
            needed.add(new NeededPort(settings.kafkaPort(), "Kafka", "KAFKA_PORT"));
        }
        if (settings.ownDns().isEmpty()) {
            needed.add(new NeededPort(settings.dnsPort(), "DNS", "DNS_PORT"));
        }
        if (settings.ownRelay().isEmpty()) {
            needed.add(new NeededPort(settings.relayPort(), "the relay stand-in", "RELAY_PORT"));
            needed.add(new NeededPort(settings.mailboxPort(), "the mailbox page", "MAILBOX_HTTP_PORT"));
        }
        return needed;
    }

    /** @throws CannotStartException naming the first that is taken, or wanted twice */
    static void requireFree(List<NeededPort> needed) {
        Map<Integer, NeededPort> seen = new HashMap<>();
        for (NeededPort one : needed) {
            NeededPort other = seen.putIfAbsent(one.port(), one);
            if (other != null) {
                throw new CannotStartException("Port " + one.port() + " is meant for " + other.purpose() + " and for "
                        + one.purpose() + "; change " + other.variable() + " or " + one.variable() + ".");
            }
            one.requireFree();
        }
    }

    private void requireFree() {
        boolean datagrams = variable.equals("DNS_PORT");
        if (Ports.isTaken(port) || (datagrams && Ports.isTakenForDatagrams(port))) {
            throw new CannotStartException("Port " + port + ", needed for " + purpose
                    + ", is taken by another process; stop that or set " + variable + " to another port.");
        }
    }
}
