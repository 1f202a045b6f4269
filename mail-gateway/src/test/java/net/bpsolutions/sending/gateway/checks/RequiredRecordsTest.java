package net.bpsolutions.sending.gateway.checks;

import static net.bpsolutions.sending.events.Purpose.DKIM;
import static net.bpsolutions.sending.events.Purpose.DMARC;
import static net.bpsolutions.sending.events.Purpose.OWNERSHIP;
import static net.bpsolutions.sending.events.Purpose.SPF;
import static net.bpsolutions.sending.events.RecordState.CONFLICT;
import static net.bpsolutions.sending.events.RecordState.MISSING;
import static net.bpsolutions.sending.events.RecordState.OK;
import static net.bpsolutions.sending.events.RecordState.UNKNOWN;
import static net.bpsolutions.sending.events.RecordState.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequiredRecordsTest {

    private static final MissingRecords NOT_KNOWN = new MissingRecords.Unknown();
    private static final MissingRecords NONE = new MissingRecords.None();

    @ParameterizedTest
    @EnumSource(
            value = RecordState.class,
            names = {"MISSING", "WRONG", "CONFLICT"})
    void countsWhateverIsNotAsExpected(RecordState state) {
        assertThat(seen(state, OK, state).missing()).isEqualTo(new MissingRecords.Some(2));
    }

    @Test
    void countsEachName() {
        assertThat(seen(MISSING, WRONG, CONFLICT).missing()).isEqualTo(new MissingRecords.Some(3));
    }

    @Test
    void missesNothingWhenAllAreAsExpected() {
        assertThat(seen(OK, OK, OK).missing()).isEqualTo(NONE);
    }

    @Test
    void leavesOutAdviceAndOwnership() {
        RequiredRecords records = RequiredRecords.of(List.of(
                check(DMARC, "_dmarc.a.example", OK),
                check(SPF, "a.example", WRONG),
                check(OWNERSHIP, "_bp-x.a.example", MISSING)));

        assertThat(records.missing()).isEqualTo(NONE);
    }

    @Test
    void claimsNothingWhereNothingRequiredWasLookedAt() {
        assertThat(RequiredRecords.of(List.of(check(SPF, "a.example", OK))).missing())
                .isEqualTo(NOT_KNOWN);
    }

    @Test
    void claimsNothingWhileOneRecordWasNeverDetermined() {
        assertThat(seen(OK, OK, UNKNOWN).missing()).isEqualTo(NOT_KNOWN);
        assertThat(seen(OK, MISSING, UNKNOWN).missing()).isEqualTo(NOT_KNOWN);
    }

    @Test
    void keepsOfEachRecordWhatWasKnownBefore() {
        assertThat(seen(UNKNOWN, UNKNOWN, UNKNOWN).after(seen(OK, MISSING, OK)).missing())
                .isEqualTo(new MissingRecords.Some(1));
        assertThat(seen(MISSING, OK, UNKNOWN).after(seen(OK, OK, WRONG)).missing())
                .isEqualTo(new MissingRecords.Some(2));
        assertThat(seen(UNKNOWN, OK, OK).after(seen(OK, MISSING, MISSING)).missing())
                .isEqualTo(NONE);
    }

    @Test
    void knowsNothingOfARecordThatIsExpectedSinceToday() {
        RequiredRecords before = RequiredRecords.of(List.of(check(DMARC, "_dmarc.a.example", OK)));

        assertThat(seen(UNKNOWN, OK, OK).after(before).missing()).isEqualTo(NOT_KNOWN);
    }

    @Test
    void forgetsWhatIsNotExpectedAnyMore() {
        RequiredRecords now = RequiredRecords.of(List.of(check(DMARC, "_dmarc.a.example", OK)));

        assertThat(now.after(seen(MISSING, MISSING, MISSING)).missing()).isEqualTo(NONE);
    }

    @Test
    void believesTheWorstOfTwoVerdictsOnOneName() {
        String name = "_dmarc.a.example";

        assertThat(RequiredRecords.of(List.of(check(DMARC, name, MISSING), check(DMARC, name, OK)))
                        .missing())
                .isEqualTo(new MissingRecords.Some(1));
        assertThat(RequiredRecords.of(List.of(check(DMARC, name, OK), check(DMARC, name, UNKNOWN)))
                        .missing())
                .isEqualTo(NOT_KNOWN);
    }

    /** The usual three records, in order. */
    static RequiredRecords seen(RecordState first, RecordState second, RecordState dmarc) {
        return RequiredRecords.of(List.of(
                check(DKIM, "mte1._domainkey.a.example", first),
                check(DKIM, "mte2._domainkey.a.example", second),
                check(DMARC, "_dmarc.a.example", dmarc)));
    }

    private static RecordCheck check(Purpose purpose, String name, RecordState state) {
        return new RecordCheck(purpose, name, state, List.of(), null, List.of());
    }
}
