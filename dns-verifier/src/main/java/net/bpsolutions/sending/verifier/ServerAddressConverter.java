package net.bpsolutions.sending.verifier;

import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads addresses of servers from the configuration; of what is wrong only the reason is shown. */
public final class ServerAddressConverter implements Converter<ServerAddress> {

    @Override
    public ServerAddress convert(String value) {
        return ServerAddress.of(value.strip());
    }
}
