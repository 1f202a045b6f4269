package net.bpsolutions.sending.registry.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import net.bpsolutions.sending.registry.problem.RouterProblems;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

/**
 * Reads the body of a request before its resource does, and leaves it there for the resource. The framework's own way (a
 * body handler before it) fails on HTTP/2.
 */
public final class Bodies {

    private static final int BODY_TOO_LARGE = 413;

    private Bodies() {}

    /** The whole body; fails with 413 when it is too long. Read again, it is the same. */
    public static Uni<byte[]> read(ContainerRequestContext request) {
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        Uni<byte[]> body = context.hasInputStream() ? kept(request) : fresh(context.serverRequest());
        return body.invoke(octets -> request.setEntityStream(new ByteArrayInputStream(octets)));
    }

    private static Uni<byte[]> kept(ContainerRequestContext request) {
        try {
            return Uni.createFrom().item(request.getEntityStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Uni<byte[]> fresh(ServerHttpRequest exchange) {
        return exchange.isRequestEnded()
                ? Uni.createFrom().item(new byte[0])
                : Uni.createFrom().emitter(emitter -> {
                    exchange.setReadListener(new Listener(emitter));
                    exchange.resumeRequestInput();
                });
    }

    /** Called by one event loop, one call after the other. */
    private static final class Listener implements ServerHttpRequest.ReadCallback {

        private final UniEmitter<? super byte[]> emitter;
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

        Listener(UniEmitter<? super byte[]> emitter) {
            this.emitter = emitter;
        }

        @Override
        public void data(ByteBuffer data) {
            if (octets.size() + data.remaining() > RouterProblems.LARGEST_BODY) {
                emitter.fail(new WebApplicationException(BODY_TOO_LARGE));
                return;
            }
            byte[] part = new byte[data.remaining()];
            data.get(part);
            octets.writeBytes(part);
        }

        @Override
        public void done() {
            emitter.complete(octets.toByteArray());
        }
    }
}
