package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators may know besides what OMS sees.
 *
 * @param held whether an operator suspended it
 * @param claimed whether another clinic has proven the domain, and this one has to do so by DNS
 * @param evidence what ownership rests on
 * @param contact who gets mails about it
 * @param refused whether the contact wants none
 * @param ownAccount whether the clinic has a provider account of its own
 */
@TemplateData
public record Facts(
        Instant statusSince,
        boolean held,
        boolean claimed,
        @Nullable String evidence,
        @Nullable String contact,
        boolean refused,
        boolean ownAccount) {

    /** Since when it has its status. */
    public String since() {
        return Utc.seconds(statusSince);
    }
}
