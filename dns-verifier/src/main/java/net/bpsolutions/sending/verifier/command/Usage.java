package net.bpsolutions.sending.verifier.command;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said to whoever used the command in a way it does not have. */
final class Usage {

    private Usage() {}

    static int refuse(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            return refuse("There is no option "
                    + Harmless.text(unmatched.getUnmatched().getFirst()) + "."
                    + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?"));
        }
        return refuse(Harmless.text(String.valueOf(failure.getMessage())));
    }

    static int refuse(String why) {
        System.err.println(why);
        System.err.println("More: dns-verifier check --help");
        return ExitStatus.USAGE;
    }
}
