package net.bpsolutions.sending.registry.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.running.Tables;
import net.bpsolutions.sending.registry.running.World;

/** A registered domain, and what the verifier says is in its zone. */
final class Zone {

    private static final List<String> PURPOSES = List.of("DKIM", "DKIM", "DMARC");

    private final String id;
    private final String domain;
    private final ObjectNode check;

    private Zone(String id, String domain, ObjectNode check) {
        this.id = id;
        this.domain = domain;
        this.check = check;
    }

    /** Registered, and with every record in the same state. */
    static Zone of(String clinicId, String domain, String state) {
        return new Zone(
                World.registered(clinicId, domain),
                domain,
                World.check(UUID.randomUUID(), domain, state, Instant.now()));
    }

    String id() {
        return id;
    }

    /** The setup page. */
    String path() {
        return URI.create(World.resource(id).path("setupUrl").asText()).getPath();
    }

    /** The DNS host. */
    Zone at(String host) {
        check.put("dnsHost", host);
        return this;
    }

    /** A record is as it should be. */
    Zone good(int number, String found) {
        entry(number).put("state", "OK").putArray("findings");
        entry(number).withArray("found").add(found);
        return this;
    }

    /** A record has a finding. */
    Zone bad(int number, String state, List<String> found, String code, Map<String, String> args) {
        ObjectNode entry = entry(number).put("state", state);
        ArrayNode there = entry.putArray("found");
        found.forEach(there::add);
        ObjectNode finding = entry.putArray("findings").addObject();
        String severity = state.equals("OK") ? "INFO" : PURPOSES.size() > number ? "ERROR" : "WARNING";
        finding.put("code", code).put("severity", severity);
        ObjectNode arguments = finding.putObject("args");
        args.forEach(arguments::put);
        return this;
    }

    private ObjectNode entry(int number) {
        ArrayNode records = check.withArray("records");
        if (number == records.size()) {
            records.addObject().put("purpose", "SPF").put("name", domain).putNull("ttl");
        }
        return (ObjectNode) records.get(number);
    }

    /** The verifier says so, and the page knows. */
    Zone seen() {
        seen(List.of(this));
        return this;
    }

    /** The verifier says so of several at once. */
    static void seen(List<Zone> zones) {
        String ids = zones.stream()
                .map(zone -> "'"
                        + zone.check
                                .put("id", UUID.randomUUID().toString())
                                .put("occurredAt", Instant.now().toString())
                                .path("id")
                                .asText()
                        + "'")
                .collect(Collectors.joining(","));
        World.publish(
                Topic.DNS_CHECKED,
                zones.stream().collect(Collectors.toMap(zone -> zone.domain, zone -> zone.check.toString())));
        await().until(() -> Tables.number("select count(*) from registry.past_check where event_id in (" + ids + ")")
                == zones.size());
    }
}
