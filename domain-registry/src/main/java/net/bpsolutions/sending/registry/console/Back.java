package net.bpsolutions.sending.registry.console;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** After a form, a page is looked at (303): to load it again does nothing again. */
final class Back {

    private static final int SEE_OTHER = 303;

    private Back() {}

    /** The address is left relative, as it is right behind any proxy. */
    static ResponseBuilder<String> to(String address) {
        return ResponseBuilder.<String>create(SEE_OTHER).header(HttpHeaders.LOCATION, address);
    }
}
