package net.bpsolutions.sending.registry.running;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.bpsolutions.sending.local.LocalKafka;
import net.bpsolutions.sending.local.LocalPostgres;
import net.bpsolutions.sending.local.ZoneServer;
import org.jspecify.annotations.Nullable;

/** Starts the parts that the registry needs, once for all tests. */
public class Parts implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalKafka kafka;
    private @Nullable LocalPostgres postgres;
    private @Nullable ZoneServer dns;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("registry-test");
            LocalPostgres database = LocalPostgres.start(folder.resolve("postgres"), 0);
            postgres = database;
            LocalKafka broker = LocalKafka.start(folder.resolve("kafka"), 0);
            kafka = broker;
            broker.createTopics();
            Path key = Tokens.publicKeyIn(folder);
            ZoneServer server = ZoneServer.start(Zones.in(folder), 0);
            dns = server;
            Map<String, String> settings = new HashMap<>(webhooks(server));
            settings.put("POSTGRES_PORT", Integer.toString(database.port()));
            settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
            settings.put("JWT_PUBLIC_KEY_LOCATION", key.toString());
            settings.put("JWT_AUDIENCE", Tokens.AUDIENCE);
            settings.put("quarkus.http.test-port", "0");
            settings.put("registry.limits.requests.per-clinic-caller", "60");
            settings.put("test.jdbc-url", database.jdbcUrl());
            settings.put("registry.breaker.poll", "300ms");
            settings.put("registry.retention.poll", "300ms");
            settings.put("registry.schedule.pending-first", "PT1H");
            settings.put("registry.guide.patience", "30s");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Webhooks in haste, and to this machine. */
    private static Map<String, String> webhooks(ZoneServer server) {
        return Map.of(
                "registry.webhooks.keys", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "registry.webhooks.allow-loopback", "true",
                "registry.webhooks.resolver", "127.0.0.1:" + server.address().getPort(),
                "registry.webhooks.poll", "200ms",
                "registry.webhooks.first-pause", "100ms",
                "registry.webhooks.most", "50");
    }

    @Override
    public void stop() {
        if (dns != null) {
            dns.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
