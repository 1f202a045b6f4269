package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;
import java.util.List;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;

/** What the guide shows. */
@TemplateData
@TemplateData(target = ExpectedRecord.class)
public record GuidePage(List<ExpectedRecord> expected, String vendor, String verificationAddress) {

    /** The DKIM records. */
    public List<ExpectedRecord> dkim() {
        return of(Purpose.DKIM);
    }

    /** The DMARC record. */
    public List<ExpectedRecord> dmarc() {
        return of(Purpose.DMARC);
    }

    private List<ExpectedRecord> of(Purpose purpose) {
        return expected.stream().filter(record -> record.purpose() == purpose).toList();
    }
}
