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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operator's token in a browser. It stands for an {@code Authorization} header on the pages of the console only: to the
 * API a cookie says nothing, so that no other site can make a browser call it.
 */
@ApplicationScoped
class SessionCookie {

    static final String NAME = "console";
    static final String PATH = "/console";

    /** As written in the request: nothing that could be read as another path. Not the session itself, which begins anew. */
    private static final Pattern PAGES = Pattern.compile("/console(?:/(?!session)[A-Za-z0-9-]+)*");

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(SessionCookie::carry);
    }

    private static void carry(RoutingContext context) {
        HttpServerRequest request = context.request();
        @Nullable Cookie cookie = request.getCookie(NAME);
        if (cookie != null
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && PAGES.matcher(request.path()).matches()) {
            request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie.getValue());
        }
        context.next();
    }

    /** Holds the token as long as that is valid. */
    static NewCookie of(String token, Duration life, boolean https) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path(PATH)
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
