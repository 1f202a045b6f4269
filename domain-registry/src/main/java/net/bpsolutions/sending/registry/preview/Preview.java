package net.bpsolutions.sending.registry.preview;

import java.time.Duration;
import net.bpsolutions.sending.events.DnsChecked;

/** What became of a look at a domain that nobody has registered. */
public sealed interface Preview {

    /** The verifier answered. */
    record Seen(DnsChecked check) implements Preview {}

    /** The verifier did not answer in time. */
    record Silent() implements Preview {}

    /** Others ask so much that this one has to wait, for {@code pause}. */
    record Busy(Duration pause) implements Preview {}
}
