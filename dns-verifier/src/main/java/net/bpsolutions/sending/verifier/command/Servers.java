package net.bpsolutions.sending.verifier.command;

import io.netty.util.NetUtil;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Resolvers as people write them: the port may be left out, and is 53 then. */
final class Servers implements ITypeConverter<ServerAddress> {

    private static final int DNS_PORT = 53;

    @Override
    public ServerAddress convert(String text) {
        String ip = text.replaceFirst("^\\[(.*)]$", "$1");
        try {
            return NetUtil.isValidIpV4Address(ip) || NetUtil.isValidIpV6Address(ip)
                    ? new ServerAddress(ip, DNS_PORT)
                    : ServerAddress.of(text);
        } catch (IllegalArgumentException notOne) {
            throw new TypeConversionException("'" + Harmless.text(text)
                    + "' is not the address of a server. Write its IP address, with a port if that is not 53: 9.9.9.9,"
                    + " 127.0.0.1:5300 or [2620:fe::fe]:53.");
        }
    }
}
