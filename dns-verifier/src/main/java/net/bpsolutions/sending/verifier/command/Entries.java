package net.bpsolutions.sending.verifier.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be checked: the arguments, with a dash standing for the lines of standard input. */
final class Entries {

    private final List<String> arguments;
    private final InputStream input;

    Entries(List<String> arguments, InputStream input) {
        this.arguments = arguments;
        this.input = input;
    }

    /** Takes them as they come. */
    interface Taker {

        void take(Entry entry) throws InterruptedException;
    }

    /**
     * Hands over all of them in their order; standard input is read as far as they are taken.
     *
     * @throws IOException when standard input cannot be read
     */
    void handTo(Taker taker) throws IOException, InterruptedException {
        for (String argument : arguments) {
            if (argument.equals("-")) {
                lines(taker);
            } else {
                taker.take(Typed.read(argument));
            }
        }
    }

    private void lines(Taker taker) throws IOException, InterruptedException {
        Lines lines = new Lines(input);
        for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                taker.take(numbered(Typed.read(text), lines.number()));
            }
        }
    }

    private static Entry numbered(Entry entry, int line) {
        return switch (entry) {
            case Entry.Domain domain -> domain;
            case Entry.Refused(String why) -> new Entry.Refused("Line " + line + ": " + why);
        };
    }
}
