package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;

/**
 * The proof by a forwarded mail.
 *
 * @param needed whether ownership has to be shown at all
 * @param proven whether it was
 * @param enough whether a mail will do, or only a record
 * @param sentTo the address that the message was last sent to; empty when it was not
 * @param sentAt when; empty when it was not
 */
@TemplateData
public record Mailing(boolean needed, boolean proven, boolean enough, String sentTo, String sentAt) {

    /** Whether somebody still has to forward a mail. */
    public boolean isOpen() {
        return needed && !proven && enough;
    }

    /** Whether a message is on its way, or waits to be forwarded. */
    public boolean isSent() {
        return !sentTo.isEmpty();
    }
}
