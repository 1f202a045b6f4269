package net.bpsolutions.sending.verifier.command;

import java.io.PrintStream;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.verifier.delivery.EventJson;

/** The event itself, one line each. */
final class JsonReport implements Report {

    private final EventJson json = new EventJson();
    private final PrintStream out;

    JsonReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void tell(DnsChecked checked) {
        out.println(json.line(checked));
    }
}
