package net.bpsolutions.sending.gateway.inbound.smtp;

import io.vertx.core.net.PemKeyCertOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a server is.
 *
 * @param hostname the name in its greeting
 * @param limits what clients may take
 * @param proxies who must, and alone may, announce its clients by the PROXY protocol; none means that it is not spoken
 * @param certificate for STARTTLS; null when it is not offered
 */
public record SmtpSettings(
        String hostname,
        SmtpLimits limits,
        Networks proxies,
        @Nullable PemKeyCertOptions certificate) {}
