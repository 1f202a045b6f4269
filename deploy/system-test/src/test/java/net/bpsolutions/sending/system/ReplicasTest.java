package net.bpsolutions.sending.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two registries on one database: they share the work, and nobody can tell from outside how many there are. */
class ReplicasTest {

    private static final int DOMAINS = 60;

    static RunningSystem system;
    static World world;
    private static @Nullable Replica second;

    @BeforeAll
    static void start() {
        system = SharedSystem.get();
        world = new World(system);
    }

    @AfterAll
    static void stop() {
        stopSecond();
    }

    @Test
    void registersAndChecksOnceHoweverManyThereAre() throws Exception {
        List<String> domains = domains("both");
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            Api other = second().api(system.token());
            List<List<Future<Integer>>> answers = domains.stream()
                    .map(domain -> List.of(
                            callers.submit(() -> register(world.registry, domain)),
                            callers.submit(() -> register(other, domain))))
                    .toList();

            for (List<Future<Integer>> pair : answers) {
                assertThat(List.of(pair.getFirst().get(), pair.getLast().get())).containsExactlyInAnyOrder(200, 201);
            }
            awaitChecked(domains);
            assertThat(scheduled(domains)).hasSizeGreaterThan(DOMAINS / 2).doesNotHaveDuplicates();
            await().atMost(Duration.ofMinutes(1)).until(() -> mailed(domains).size() >= DOMAINS);
            assertThat(mailed(domains)).hasSize(DOMAINS).doesNotHaveDuplicates();
            String contact = "jane@" + domains.getFirst();
            World.eventually(() -> world.relay.count(contact) > 0);
            Relay.Mail mail = world.relay.to(contact).getFirst();
            assertThat(mail.header("From")).contains("blueprintoms@bp-solutions.net");
            assertThat(mail.header("Subject")).contains(domains.getFirst());
            assertThat(told(Topic.DOMAIN_REGISTERED, domains)).hasSize(DOMAINS);
            assertThat(told(Topic.SENDER_STATUS, domains)).hasSize(DOMAINS);
        }
    }

    @Test
    void repeatsNothingWhenOneIsStopped() throws Exception {
        List<String> domains = domains("stopped");
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            second();
            List<Future<Integer>> answers = domains.stream()
                    .map(domain -> callers.submit(() -> register(world.registry, domain)))
                    .toList();
            await().until(() -> answers.get(DOMAINS / 3).isDone());

            stopSecond();

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
            await().atMost(Duration.ofMinutes(1))
                    .during(Duration.ofSeconds(3))
                    .until(() -> told(Topic.DOMAIN_REGISTERED, domains).size() == DOMAINS
                            && told(Topic.SENDER_STATUS, domains).size() == DOMAINS);
        }
    }

    /** A record may be repeated after a crash, with the same id; none is lost, and no event happens twice. */
    @Test
    void losesNothingWhenOneDies() throws Exception {
        List<String> domains = domains("dies");
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            Api other = second().api(system.token());
            List<Future<Integer>> answers = domains.stream()
                    .map(domain -> callers.submit(() -> register(other, domain)))
                    .toList();
            await().until(() -> answers.get(DOMAINS / 3).isDone());

            system.crash("domain-registry");

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
            awaitChecked(domains);
            Map<String, Set<String>> events = told(Topic.SENDER_STATUS, domains).stream()
                    .collect(groupingBy(
                            event -> event.path("domain").asText(),
                            java.util.stream.Collectors.mapping(
                                    event -> event.path("id").asText(), toSet())));
            assertThat(events).hasSize(DOMAINS);
            assertThat(events.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        }
    }

    /** Runs until somebody stops it. */
    private static Replica second() {
        Replica running = second;
        if (running == null) {
            try {
                running = Replica.start(system, system.data().resolve("replica.log"), SharedSystem.SETTINGS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            second = running;
        }
        return running;
    }

    private static void stopSecond() {
        if (second != null) {
            second.close();
            second = null;
        }
    }

    private static List<String> domains(String name) {
        return IntStream.range(0, DOMAINS)
                .mapToObj(index -> name + "-" + index + "-replica-clinic.com")
                .toList();
    }

    private static int register(Api api, String domain) {
        return api.post("/v1/domains", """
                        {"clinicId":"clinic-replica","domain":"%1$s","contactEmail":"jane@%1$s"}""".formatted(domain)).status();
    }

    /** Every domain was looked at, and the early check by the schedule is behind it. */
    private static void awaitChecked(List<String> domains) {
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(registrations(domains))
                        .hasSize(DOMAINS)
                        .allSatisfy(registration -> {
                            assertThat(registration.path("lastCheckedAt").isNull())
                                    .isFalse();
                            assertThat(Instant.parse(
                                            registration.path("nextCheckAt").asText()))
                                    .isAfter(Instant.now().plus(Duration.ofHours(1)));
                        }));
    }

    private static List<JsonNode> registrations(List<String> domains) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = world.registry
                    .get("/v1/domains?clinicId=clinic-replica&limit=100" + cursor)
                    .body();
            page.path("items").forEach(found::add);
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        found.removeIf(
                registration -> !domains.contains(registration.path("domain").asText()));
        return found;
    }

    /** The domains of checks that the schedule asked for. */
    private static List<String> scheduled(List<String> domains) {
        return told(Topic.DNS_CHECK_REQUESTED, domains).stream()
                .filter(event -> event.path("reason").asText().equals("SCHEDULED"))
                .map(event -> event.path("domain").asText())
                .toList();
    }

    /** The contacts that were written to. */
    private static List<String> mailed(List<String> domains) {
        return world.broker.everythingOn(Topic.SEND_REQUESTS).stream()
                .map(request -> request.at("/to/0/address").asText())
                .filter(address -> domains.contains(address.substring("jane@".length())))
                .toList();
    }

    private static List<JsonNode> told(Topic topic, List<String> domains) {
        Set<String> wanted = Set.copyOf(domains);
        return world.broker.everythingOn(topic).stream()
                .filter(event -> wanted.contains(event.path("domain").asText()))
                .toList();
    }
}
