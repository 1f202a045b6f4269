package net.bpsolutions.sending.registry.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;

/**
 * What somebody chose, and links and forms must keep.
 *
 * @param lang the language's tag; empty when it is the browser's
 * @param host the DNS host; empty when it is the one that was recognised
 */
@TemplateData
public record Kept(String lang, String host) {

    /** As the whole query of an address; empty when nothing was chosen. */
    public String query() {
        String more = more();
        return more.isEmpty() ? "" : "?" + more.substring(1);
    }

    /** As the rest of a query. */
    public String more() {
        return (lang.isEmpty() ? "" : "&lang=" + lang) + moreHost();
    }

    /** The DNS host alone, as the rest of a query. */
    public String moreHost() {
        return host.isEmpty() ? "" : "&host=" + URLEncoder.encode(host, UTF_8);
    }
}
