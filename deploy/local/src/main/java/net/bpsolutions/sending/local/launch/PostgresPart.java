package net.bpsolutions.sending.local.launch;

import net.bpsolutions.sending.local.LocalPostgres;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, which this process starts but whose processes are its own. */
final class PostgresPart implements Restartable {

    static final String NAME = "postgresql";

    private final DataFolder data;
    private final int port;
    private @Nullable LocalPostgres server;

    PostgresPart(DataFolder data, int port) {
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProcessHandle start() {
        stop();
        LocalPostgres started = LocalPostgres.start(data.of(NAME), port);
        server = started;
        return ProcessHandle.of(started.pid()).orElseThrow(() -> new IllegalStateException("It ended at once."));
    }

    void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
