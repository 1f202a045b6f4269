package net.bpsolutions.sending.registry.console;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses are pages of the console. */
final class ConsolePath {

    static final String START = "/console";

    /** As written in the request: nothing that could be read as another path. Not the session itself, which begins anew. */
    private static final String PAGE = START + "(?:/(?!session)[A-Za-z0-9-]+)*";

    private static final Pattern PATH = Pattern.compile(PAGE);
    private static final Pattern ADDRESS = Pattern.compile(PAGE + "(?:\\?[!-~]*)?");

    private ConsolePath() {}

    static boolean is(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.equals(START) || path.startsWith(START + "/");
    }

    /** Whether a path, as written in the request, is that of a page which a session opens. */
    static boolean isPage(String path) {
        return PATH.matcher(path).matches();
    }

    /** Where somebody wanted to go before the sign-in, if that is a page of ours. */
    static String wanted(@Nullable String address) {
        return address != null && ADDRESS.matcher(address).matches() ? address : START;
    }

    /** The address of this request, to come back to. */
    static String of(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        @Nullable String query = address.getRawQuery();
        return wanted(
                request.getMethod().equals("GET") ? address.getRawPath() + (query == null ? "" : "?" + query) : null);
    }
}
