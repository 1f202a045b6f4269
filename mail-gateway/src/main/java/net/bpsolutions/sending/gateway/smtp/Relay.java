package net.bpsolutions.sending.gateway.smtp;

import io.smallrye.mutiny.Uni;

/** Takes mails over. */
@FunctionalInterface
public interface Relay {

    /** Never fails, and answers within the attempt's time limit. */
    Uni<Answer> handOver(Handover mail);
}
