package net.bpsolutions.sending.verifier.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port number. */
final class Port implements ITypeConverter<Integer> {

    private static final int LAST = 65_535;

    @Override
    public Integer convert(String text) {
        if (text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= LAST) {
            return Integer.valueOf(text);
        }
        throw new TypeConversionException("'" + Harmless.text(text) + "' is not a port, 1 to 65535.");
    }
}
