package net.bpsolutions.sending.registry.running;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.bpsolutions.sending.local.LocalKafka;
import net.bpsolutions.sending.local.LocalPostgres;
import org.jspecify.annotations.Nullable;

/** Starts the parts that the registry needs, once for all tests. */
public class Parts implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalKafka kafka;
    private @Nullable LocalPostgres postgres;

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
            return Map.of(
                    "POSTGRES_PORT", Integer.toString(database.port()),
                    "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                    "JWT_PUBLIC_KEY_LOCATION", key.toString(),
                    "quarkus.http.test-port", "0",
                    "registry.breaker.poll", "1s",
                    "registry.retention.poll", "1s",
                    "test.jdbc-url", database.jdbcUrl());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
