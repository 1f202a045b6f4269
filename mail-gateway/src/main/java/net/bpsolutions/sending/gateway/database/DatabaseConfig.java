package net.bpsolutions.sending.gateway.database;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Where the database is. The connection pools are built from the same values. */
public interface DatabaseConfig {

    /** Variable: POSTGRES_HOST. */
    @WithDefault("localhost")
    String host();

    /** Variable: POSTGRES_PORT. */
    @WithDefault("15432")
    @Min(1) @Max(65535) int port();

    /** The database; this service owns the schema {@code gateway} in it. Variable: POSTGRES_DB. */
    @WithDefault("sending")
    String name();

    /** Variable: POSTGRES_USER. */
    @WithDefault("sending")
    String user();

    /** Variable: POSTGRES_PASSWORD. */
    @WithDefault("sending")
    String password();
}
