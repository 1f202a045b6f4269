package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.bpsolutions.sending.registry.account.OwnAccountJson;
import net.bpsolutions.sending.registry.paging.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a clinic shows.
 *
 * @param since when its exemption began or ended; null when it never did
 * @param next the address of more domains; null at the end
 */
@TemplateData
public record ClinicPage(
        String id,
        boolean exempt,
        @Nullable String since,
        List<ListedDomain> rows,
        @Nullable String next) {

    static ClinicPage of(Slice<ListedDomain> found, OwnAccountJson account) {
        return new ClinicPage(
                account.clinicId(),
                account.exempt(),
                account.since() == null ? null : Utc.seconds(account.since()),
                found.items(),
                found.nextCursor() == null
                        ? null
                        : ClinicResource.address(account.clinicId()) + "&cursor="
                                + URLEncoder.encode(found.nextCursor(), StandardCharsets.UTF_8));
    }
}
