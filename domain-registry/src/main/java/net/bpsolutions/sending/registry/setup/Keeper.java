package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.RecordType;

/**
 * A DNS host, and how records are entered there. What stands on its own pages is not translated.
 *
 * @param name as the verifier calls it
 * @param site where to sign in
 * @param place the way to the form, from page to page
 * @param hostField what the field for the name is called
 * @param valueField what the field for the value is called
 * @param whole whether the name is entered whole, with the domain
 * @param dot whether a target needs a dot at its end
 */
@TemplateData
public record Keeper(
        String name, String site, String place, String hostField, String valueField, boolean whole, boolean dot) {

    /** The form of a value that this host wants. */
    String value(RecordType type, String value) {
        return dot && type == RecordType.CNAME && !value.endsWith(".") ? value + "." : value;
    }

    /** The form of {@code owner}, a name within {@code zone}, that this host wants. */
    String host(String owner, DomainName zone) {
        String suffix = "." + zone;
        if (whole) {
            return owner;
        }
        if (owner.equals(zone.value())) {
            return "@";
        }
        return owner.endsWith(suffix) ? owner.substring(0, owner.length() - suffix.length()) : owner;
    }
}
