package net.bpsolutions.sending.gateway.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.checks.MissingRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    private static final DomainName DOMAIN = new DomainName("example.com");
    private static final Challenge CHALLENGE = new Challenge(
            new UUID(0, 1),
            new UUID(0, 2),
            "clinic-42",
            DOMAIN,
            new VerificationKey("right").hash(),
            Instant.EPOCH,
            0,
            null,
            null);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            1,  One DNS record is
            2,  Two DNS records are
            3,  Three DNS records are
            10, Ten DNS records are
            11, 11 DNS records are
            """)
    void saysHowManyRecordsAreMissing(int count, String howMany) {
        assertThat(done(new MissingRecords.Some(count)).explanation())
                .isEqualTo("Done: example.com is yours. " + howMany
                        + " still missing; the setup page says which and how.");
    }

    @Test
    void saysThatAllIsInPlace() {
        assertThat(done(new MissingRecords.None()).explanation())
                .isEqualTo("Done: example.com is yours. The DNS records are all in place; mail goes out under your name"
                        + " within a few minutes.");
    }

    @Test
    void promisesNothingWhereNothingIsKnown() {
        assertThat(done(new MissingRecords.Unknown()).explanation())
                .isEqualTo(
                        "Thank you. We know now that example.com is yours. Mail leaves under your own name as soon as"
                                + " the DNS records are in place, too; your setup page shows what is still missing.");
    }

    @Test
    void speaksOfRecordsOnlyWhenTheDomainIsProven() {
        assertThat(Answer.to(new Redemption.Expired(CHALLENGE), DOMAIN, new MissingRecords.None())
                        .explanation())
                .doesNotContain("DNS");
        assertThat(Answer.to(new Redemption.AlreadyUsed(CHALLENGE), DOMAIN, new MissingRecords.Some(2))
                        .explanation())
                .doesNotContain("DNS");
    }

    private static Answer done(MissingRecords missing) {
        return Answer.to(new Redemption.Completed(CHALLENGE), DOMAIN, missing);
    }
}
