package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Hands a message over: to the very address that was judged, with the certificate checked for the host, no redirect
 * followed, and of the answer nothing read but its status.
 */
final class Postman {

    private static final int CONNECT_MILLIS = 5000;
    private static final int LARGEST_HEAD = 8192;

    private final HttpClient client;
    private final Duration patience;

    Postman(Vertx vertx, HttpClientOptions trust, Duration patience) {
        this.client = vertx.createHttpClient(new HttpClientOptions(trust)
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setMaxHeaderSize(LARGEST_HEAD)
                .setForceSni(true));
        this.patience = patience;
    }

    Uni<Outcome> deliver(Target target, String address, MultiMap headers, String body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false)
                .setHeaders(headers);
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .onSuccess(open::set)
                        .compose(request -> request.send(Buffer.buffer(body)))
                        .map(HttpClientResponse::statusCode)
                        .toCompletionStage())
                .ifNoItem()
                .after(patience)
                .fail()
                .map(Outcome::of)
                .onFailure()
                .recoverWithItem(failure -> new Outcome.Failed(reason(failure)))
                .eventually(() -> hangUp(open.get()));
    }

    /** Whatever is still being sent to us is not waited for. */
    private static void hangUp(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.connection().close();
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case TimeoutException _ -> "timeout";
            case SSLException _ -> "tls";
            default -> "connection";
        };
    }

    void close() {
        client.close();
    }
}
