package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Hands a message over: to the very address that was judged, with the certificate checked for the host, no redirect
 * followed, and of the answer nothing read but its status.
 */
final class Postman {

    private static final Future<HttpClientResponse> TOO_LATE = Future.failedFuture("too late");
    private static final int CONNECT_MILLIS = 5000;
    private static final int LARGEST_HEAD = 8192;
    /** How many deliveries are under way at once is the dispatcher's to say: nobody queues here. */
    private static final int CONNECTIONS = 10_000;

    private final HttpClient client;
    private final Duration patience;

    Postman(Vertx vertx, HttpClientOptions trust, Duration patience) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions(trust)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setKeepAlive(false)
                        .setMaxHeaderSize(LARGEST_HEAD)
                        .setForceSni(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
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
                .setConnectTimeout(patience.toMillis())
                .setHeaders(headers);
        Call call = new Call();
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .compose(request -> call.begin(request) ? request.send(Buffer.buffer(body)) : TOO_LATE)
                        .map(HttpClientResponse::statusCode)
                        .toCompletionStage())
                .ifNoItem()
                .after(patience)
                .fail()
                .map(Outcome::of)
                .onFailure()
                .recoverWithItem(failure -> new Outcome.Failed(reason(failure)))
                .eventually(call::hangUp);
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case TimeoutException _, java.util.concurrent.TimeoutException _ -> "timeout";
            case SSLException _ -> "tls";
            default -> "connection";
        };
    }

    void close() {
        client.close();
    }

    /** One connection, from when it stands until it is hung up, which may be before. */
    private static final class Call {

        private @Nullable HttpClientRequest open;
        private boolean over;

        /** Whether there still is time. */
        synchronized boolean begin(HttpClientRequest request) {
            open = request;
            if (over) {
                request.connection().close();
            }
            return !over;
        }

        /** Whatever is still being sent to us is not waited for. */
        synchronized void hangUp() {
            over = true;
            if (open != null) {
                open.connection().close();
            }
        }
    }
}
