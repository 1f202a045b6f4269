package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** For templates: a value as a part of a query (RFC 3986 §3.4). */
@TemplateExtension
final class InAddress {

    private InAddress() {}

    static String inAddress(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
