package net.bpsolutions.sending.verifier.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;

/** The domains to check: the arguments, with a dash standing for the lines of standard input. */
final class DomainList {

    private final InputStream input;

    DomainList(InputStream input) {
        this.input = input;
    }

    /**
     * In the order given.
     *
     * @throws IllegalArgumentException when something is not a domain name
     */
    List<DomainName> read(List<String> arguments) throws IOException {
        List<DomainName> domains = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("-")) {
                lines().forEach(line -> domains.add(domain(line)));
            } else {
                domains.add(domain(argument));
            }
        }
        return domains;
    }

    private List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** U-labels are welcome here. */
    private static DomainName domain(String text) {
        try {
            return new DomainName(IDN.toASCII(text));
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("'" + text + "' is not a domain name", notOne);
        }
    }
}
