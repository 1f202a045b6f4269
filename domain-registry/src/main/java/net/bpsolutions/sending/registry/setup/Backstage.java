package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What support wants to see: answers as they came, and what happened when.
 *
 * @param answers of the latest check
 * @param servers the authoritative servers
 * @param host who hosts the zone, as recognised; empty when it was not
 * @param checks the latest checks
 * @param moves the latest transitions
 */
@TemplateData
public record Backstage(
        List<Answer> answers, List<String> servers, String host, List<Moment> checks, List<Move> moves) {

    /**
     * What DNS answered about a record.
     *
     * @param name the owner name
     * @param state the verdict
     * @param found what is there, in presentation form
     * @param ttl in seconds; empty when nothing was found
     * @param findings code and arguments of each; servers and their answers are among them
     */
    @TemplateData
    public record Answer(String name, String state, List<String> found, String ttl, List<String> findings) {}

    /**
     * A check.
     *
     * @param at when DNS was asked
     * @param states how many records were in which state
     */
    @TemplateData
    public record Moment(String at, String states) {}

    /**
     * A transition.
     *
     * @param at when
     * @param before the status before; empty for the first
     * @param status the status from then on
     * @param sendingAs how mail leaves from then on
     * @param cause the code of what moved it
     */
    @TemplateData
    public record Move(String at, String before, String status, String sendingAs, String cause) {}
}
