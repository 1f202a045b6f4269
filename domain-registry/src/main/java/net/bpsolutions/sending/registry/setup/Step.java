package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;

/**
 * A step towards mail under the clinic's own name.
 *
 * @param anchor where on the page it is explained
 * @param title what it is
 * @param tone done, todo, wrong or unseen
 */
@TemplateData
public record Step(String anchor, String title, String tone) {

    /** Whether nothing is left of it. */
    public boolean isDone() {
        return tone.equals("done");
    }
}
