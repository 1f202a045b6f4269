package net.bpsolutions.sending.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.system.RunningSystem.Port;
import org.awaitility.core.ConditionTimeoutException;

/** What the people around the system do: OMS, a reminder producer, the clinic and whoever keeps its DNS. */
final class World {

    static final String VERIFICATION = "verification@bp-solutions.net";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Ten checks are granted an hour. */
    private static final Duration PER_CHECK = Duration.ofSeconds(12);

    private static final Pattern LINK =
            Pattern.compile("(?m)^(https?://\\S+/verify-domain\\?domain=\\S+&key=\\S+)\\r?$");

    final RunningSystem system;
    final Api registry;
    final Api gateway;
    final Broker broker;
    final Smtp inbound;
    final Relay relay;

    World(RunningSystem system) {
        this.system = system;
        String token = token(system);
        registry = new Api(system.port(Port.REGISTRY_HTTP_PORT), token);
        gateway = new Api(system.port(Port.GATEWAY_HTTP_PORT), token);
        broker = new Broker(system.port(Port.KAFKA_PORT));
        inbound = new Smtp(system.port(Port.INBOUND_SMTP_PORT));
        relay = new Relay(new Api(system.port(Port.MAILBOX_HTTP_PORT), token));
    }

    static void eventually(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(condition);
    }

    Api.Answer register(String clinic, String domain) {
        return registry.post("/v1/domains", "{\"clinicId\":\"%s\",\"domain\":\"%s\"}".formatted(clinic, domain));
    }

    /** Registers the domain and returns the path of the resource. */
    String registered(String clinic, String domain) {
        return "/v1/domains/" + register(clinic, domain).body().get("id").asText();
    }

    JsonNode eventuallyHolds(String resource, Predicate<JsonNode> condition) {
        eventually(() -> condition.test(registry.get(resource).body()));
        return registry.get(resource).body();
    }

    JsonNode eventuallyIs(String resource, String status) {
        return eventuallyHolds(resource, domain -> domain.get("status").asText().equals(status));
    }

    /** Publishes a zone that holds everything a clinic is asked for, or nothing of it. */
    void publish(String domain, boolean complete) {
        String zone = """
                $ORIGIN %s.
                $TTL 1
                @ IN SOA ns1 hostmaster 1 3600 600 604800 1
                @ IN NS ns1
                ns1 IN A 127.0.0.1
                """.formatted(domain) + (complete ? """
                mte1._domainkey IN CNAME dkim1.mandrillapp.com.
                mte2._domainkey IN CNAME dkim2.mandrillapp.com.
                _dmarc IN TXT "v=DMARC1; p=none"
                """ : "");
        try {
            Path file = system.zones().resolve(domain + ".zone");
            Path draft = Files.writeString(system.zones().resolve(domain + ".draft"), zone);
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for checks, again when one saw too little, until every record of the domain is in the wanted state. */
    JsonNode checkUntil(String resource, String state) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).ignoreExceptions().until(() -> {
            registry.post(resource + "/checks", "");
            return soon(() -> allRecords(registry.get(resource).body(), state));
        });
        return registry.get(resource).body();
    }

    private static boolean soon(java.util.concurrent.Callable<Boolean> condition) {
        try {
            await().atMost(PER_CHECK)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(condition);
            return true;
        } catch (ConditionTimeoutException notYet) {
            return false;
        }
    }

    static boolean allRecords(JsonNode domain, String state) {
        for (JsonNode expected : domain.get("records")) {
            if (!expected.get("state").asText().equals(state)) {
                return false;
            }
        }
        return true;
    }

    void send(String clinic, String id, String from, String recipient) {
        send(clinic, List.of(id), from, recipient);
    }

    void send(String clinic, List<String> ids, String from, String recipient) {
        broker.put(
                Topic.SEND_REQUESTS,
                clinic,
                ids.stream().map(id -> request(clinic, id, from, recipient)).toList());
    }

    private static String request(String clinic, String id, String from, String recipient) {
        return """
                {"id": "%s", "clinicId": "%s",
                 "from": {"name": "My Hearing Clinic", "address": "%s"},
                 "to": [{"name": "Pat Doe", "address": "%s"}],
                 "replyTo": null, "subject": "Your appointment on Tuesday", "text": "See you at nine. Request %s.",
                 "category": "reminder", "sendAt": null, "expiresAt": null}
                """.formatted(id, clinic, from, recipient, id);
    }

    /** The ids of all requests that the relay took so far. */
    Set<String> accepted() {
        return broker.everythingOn(Topic.SEND_OUTCOMES).stream()
                .filter(outcome -> outcome.get("outcome").asText().equals("ACCEPTED"))
                .map(outcome -> outcome.get("requestId").asText())
                .collect(Collectors.toSet());
    }

    /** Waits until the registry has told how the clinic's mail goes out. */
    void eventuallyTold(String clinic, String sendingAs) {
        eventually(() -> broker.everythingOn(Topic.SENDER_STATUS).stream()
                .anyMatch(status -> status.path("clinicId").asText().equals(clinic)
                        && status.path("sendingAs").asText().equals(sendingAs)));
    }

    boolean accepted(String requestId) {
        return accepted().contains(requestId);
    }

    /** Sends "Domain verification" and returns the link of the message that comes back. */
    String askForLink(String address) {
        String reply = inbound.send(address, VERIFICATION, """
                From: Jane <%s>
                To: %s
                Subject: Domain verification
                Date: Mon, 23 Nov 2026 10:00:00 +0000
                Message-ID: <ask-%s>

                Please verify our domain.""".formatted(address, VERIFICATION, address)
                .replace("\n", "\r\n"));
        if (!reply.startsWith("250")) {
            throw new IllegalStateException(reply);
        }
        eventually(() -> !challenges(address).isEmpty());
        return link(challenges(address).getLast());
    }

    List<Relay.Mail> challenges(String address) {
        return relay.to(address).stream()
                .filter(mail -> mail.header("Subject").equals("Verify your domain"))
                .toList();
    }

    private static String link(Relay.Mail mail) {
        Matcher link = LINK.matcher(
                mail.source().replaceAll("=\r?\n", "").replace("=3D", "=").replace("=26", "&"));
        if (!link.find()) {
            throw new IllegalStateException("no link alone on a line");
        }
        return link.group(1);
    }

    /** Forwards the verification message as most mail programs do: inline, as plain text. */
    String forward(String address, String link) {
        return inbound.send(address, VERIFICATION, """
                From: Jane <%s>
                To: %s
                Subject: Fwd: Verify your domain
                Date: Mon, 23 Nov 2026 10:05:00 +0000
                Message-ID: <forward-%s>

                ---------- Forwarded message ----------
                Subject: Verify your domain

                %s
                """.formatted(address, VERIFICATION, address, link)
                .replace("\n", "\r\n"));
    }

    /** Takes a domain the whole way. Returns the path of its resource. */
    String verified(String clinic, String domain) {
        publish(domain, true);
        String resource = registered(clinic, domain);
        checkUntil(resource, "OK");
        forward("jane@" + domain, askForLink("jane@" + domain));
        eventuallyIs(resource, "VERIFIED");
        return resource;
    }

    private static String token(RunningSystem system) {
        try {
            return system.token();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
