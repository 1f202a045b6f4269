package net.bpsolutions.sending.verifier.command;

import java.io.IOException;

/** Reads outcomes until there are no more: reports to standard output, complaints to standard error. */
final class Reporting {

    private final Report report;
    private final Output out = new Output();
    private final ExitStatus status = new ExitStatus();
    private boolean empty = true;

    Reporting(Report report) {
        this.report = report;
    }

    /** The exit status. */
    int of(Checks checks) throws InterruptedException {
        try {
            while (tell(checks.next())) {
                empty = false;
            }
            out.write(report.end());
        } catch (IOException nobodyReads) {
            return Output.failed(nobodyReads);
        }
        if (empty) {
            System.err.println("There was no domain on standard input.");
            return ExitStatus.USAGE;
        }
        return status.value();
    }

    /** Whether there may be more. */
    private boolean tell(Checks.Outcome outcome) throws IOException {
        switch (outcome) {
            case Checks.Outcome.Checked(var event) -> {
                status.count(event);
                out.write(report.of(event));
            }
            case Checks.Outcome.Refused(String why) -> complain(why);
            case Checks.Outcome.Failed(String why) -> complain(why);
            case Checks.Outcome.End() -> {
                return false;
            }
        }
        return true;
    }

    private void complain(String why) {
        status.countUnchecked();
        System.err.println(why);
    }
}
