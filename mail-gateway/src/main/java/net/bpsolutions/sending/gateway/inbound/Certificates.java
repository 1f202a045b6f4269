package net.bpsolutions.sending.gateway.inbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The certificate and key of the receiving server, read from their files and read again when they change. */
final class Certificates {

    private static final Logger LOG = Logger.getLogger(Certificates.class);

    private final Vertx vertx;
    private final InboundTlsConfig config;
    private @Nullable Files current;
    private boolean looking;

    Certificates(Vertx vertx, InboundTlsConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** What the two files hold. */
    private record Files(Buffer certificate, Buffer key) {

        PemKeyCertOptions options() {
            return new PemKeyCertOptions().addCertValue(certificate).addKeyValue(key);
        }
    }

    /** Empty when none is configured; fails when the files cannot be read. */
    Future<Optional<PemKeyCertOptions>> read() {
        return config.certificate()
                .flatMap(certificate -> config.key().map(key -> read(certificate, key)))
                .map(files -> files.onSuccess(read -> current = read).map(read -> Optional.of(read.options())))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<Files> read(Path certificate, Path key) {
        return vertx.fileSystem()
                .readFile(certificate.toString())
                .compose(chain -> vertx.fileSystem().readFile(key.toString()).map(secret -> new Files(chain, secret)));
    }

    /** Hands every new certificate to {@code server}; what cannot be read or used is tried again at the next look. */
    void watch(Function<PemKeyCertOptions, Future<?>> server) {
        if (current != null) {
            vertx.setPeriodic(config.recheck().toMillis(), _ -> look(server));
        }
    }

    private void look(Function<PemKeyCertOptions, Future<?>> server) {
        if (looking) {
            // Timers that come late come close together.
            return;
        }
        looking = true;
        Files before = current;
        read(config.certificate().orElseThrow(), config.key().orElseThrow())
                .compose(now -> now.equals(before) ? Future.<Void>succeededFuture() : renew(server, now))
                .onFailure(failure -> LOG.errorf(
                        "the certificate of inbound SMTP cannot be read anew: %s",
                        failure.getClass().getName()))
                .onComplete(_ -> looking = false);
    }

    private Future<Void> renew(Function<PemKeyCertOptions, Future<?>> server, Files now) {
        return server.apply(now.options())
                .onSuccess(_ -> {
                    current = now;
                    LOG.info("inbound SMTP has a new certificate");
                })
                .mapEmpty();
    }
}
