package net.bpsolutions.sending.registry.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The operator's token in a browser. It stands for an {@code Authorization} header on the pages of the console only: to the
 * API a cookie says nothing, so that no other site can make a browser call it.
 */
@ApplicationScoped
class SessionCookie {

    static final String NAME = "console";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(SessionCookie::carry);
    }

    private static void carry(RoutingContext context) {
        HttpServerRequest request = context.request();
        @Nullable Cookie cookie = request.getCookie(NAME);
        if (cookie != null
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && ConsolePath.isPage(request.path())) {
            request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie.getValue());
        }
        context.next();
    }

    /** Holds the token as long as that is valid. */
    static NewCookie of(String token, Duration life, boolean https) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path(ConsolePath.START)
                .maxAge(Math.toIntExact(Math.clamp(life.toSeconds(), 0, Integer.MAX_VALUE)))
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** Takes it back. */
    static NewCookie gone(boolean https) {
        return of("", Duration.ZERO, https);
    }
}
