package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.registry.VendorConfig;
import net.bpsolutions.sending.registry.words.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What the guide shows.
 *
 * @param words in which language
 * @param kept what links and forms must keep
 * @param domain whose name stands in the instructions
 * @param typed what was typed; empty when nothing was
 * @param refusal why that is no domain that can be set up, as a key; null when it can
 * @param meant the domain that was probably meant; empty when there is none
 * @param rows the records
 * @param vendor who sends
 * @param keeper the DNS host that was chosen
 * @param keepers the DNS hosts to choose from
 * @param glance what is there now; null when nobody asked
 */
@TemplateData
@TemplateData(target = ExpectedRecord.class)
public record GuidePage(
        Prose words,
        Kept kept,
        DomainName domain,
        String typed,
        @Nullable String refusal,
        String meant,
        List<Row> rows,
        VendorConfig vendor,
        Keeper keeper,
        List<Keeper> keepers,
        @Nullable Glance glance) {

    /**
     * A record to publish.
     *
     * @param record what is expected
     * @param host its name, in the form that the DNS host wants
     * @param paste its value, in the form that the DNS host wants
     */
    @TemplateData
    public record Row(ExpectedRecord record, String host, String paste) {}

    /** The DKIM records. */
    public List<Row> dkim() {
        return of(Purpose.DKIM);
    }

    /** The DMARC record. */
    public List<Row> dmarc() {
        return of(Purpose.DMARC);
    }

    private List<Row> of(Purpose purpose) {
        return rows.stream().filter(row -> row.record().purpose() == purpose).toList();
    }

    /** Whether somebody's own domain stands in the instructions. */
    public boolean isOwn() {
        return !typed.isEmpty() && refusal == null;
    }

    GuidePage refused(String why, String instead) {
        return new GuidePage(words, kept, domain, typed, why, instead, rows, vendor, keeper, keepers, glance);
    }

    GuidePage showing(Glance seen) {
        return new GuidePage(words, kept, domain, typed, refusal, meant, rows, vendor, keeper, keepers, seen);
    }
}
