package net.bpsolutions.sending.gateway.inbound;

import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.events.RecordState.CONFLICT;
import static net.bpsolutions.sending.events.RecordState.MISSING;
import static net.bpsolutions.sending.events.RecordState.OK;
import static net.bpsolutions.sending.events.RecordState.UNKNOWN;
import static net.bpsolutions.sending.events.RecordState.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** The answer to a forwarder says what is still missing in DNS. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class MissingRecordsTest extends Journey {

    private static final String NOTHING_KNOWN = "your setup page shows what is still missing";

    private final Bus bus = EmbeddedParts.bus();
    private final Instant justNow = Instant.now().minusSeconds(60);
    private final Instant before = justNow.minus(Duration.ofHours(1));
    private final Instant afterwards = justNow.plusSeconds(30);

    @Test
    void saysHowManyRecordsAreMissing() throws Exception {
        check("two-missing.example", justNow, OK, MISSING, CONFLICT);
        awaitAllTakenOf("two-missing.example");

        assertThat(answerFor("two-missing.example"))
                .isEqualTo("Done: two-missing.example is yours. Two DNS records are still missing; the setup page says"
                        + " which and how.");
    }

    @Test
    void learnsNothingFromOlderChecksNorFromWhatCouldNotBeDetermined() throws Exception {
        check("older.example", justNow, OK, WRONG, OK);
        check("older.example", afterwards, UNKNOWN, UNKNOWN, UNKNOWN);
        awaitAllTakenOf("older.example");
        check("older.example", justNow, OK, OK, OK);
        check("older.example", before, OK, OK, OK);
        awaitAllTakenOf("older.example");

        assertThat(answerFor("older.example")).contains("One DNS record is still missing");
    }

    @Test
    void claimsNothingWhenARecordWasNeverDeterminedWhateverIsKnownOfOtherDomains() throws Exception {
        check("www.never-seen.example", justNow, OK, OK, OK);
        awaitAllTakenOf("www.never-seen.example");
        check("never-seen.example", justNow, OK, OK, UNKNOWN);
        awaitAllTakenOf("never-seen.example");

        assertThat(answerFor("never-seen.example")).contains(NOTHING_KNOWN);
    }

    @Test
    void saysOnThePageThatAllIsInPlace() throws Exception {
        check("all-there.example", before, OK, MISSING, OK);
        check("all-there.example", justNow, OK, OK, OK);
        awaitAllTakenOf("all-there.example");

        press("all-there.example", "all in place; mail goes out under your name within a few minutes");
    }

    @Test
    void promisesNothingToTheSecondClinicOfADomain() throws Exception {
        EmbeddedParts.bus().status("clinic-1", "second.example", SendingAs.NATIVE, 1);
        soon().until(() -> !registrations.registrationsOf("second.example").isEmpty());
        check("second.example", justNow, OK, OK, OK);
        awaitAllTakenOf("second.example");

        press("second.example", NOTHING_KNOWN);
    }

    @Test
    void countsNothingForTheSecondClinicOfADomain() throws Exception {
        EmbeddedParts.bus().status("clinic-1", "second-missing.example", SendingAs.NATIVE, 1);
        soon().until(() ->
                !registrations.registrationsOf("second-missing.example").isEmpty());
        check("second-missing.example", justNow, OK, MISSING, OK);
        awaitAllTakenOf("second-missing.example");

        press("second-missing.example", NOTHING_KNOWN);
    }

    @Test
    void forgetsWhatNobodyHasCheckedForWeeks() throws Exception {
        check("stale.example", justNow.minus(Duration.ofDays(15)), OK, OK, OK);
        awaitAllTakenOf("stale.example");

        press("stale.example", NOTHING_KNOWN);
    }

    @Test
    void putsAsideWhatItCannotReadAndGoesOn() throws Exception {
        String domain = "poisoned.example";
        EmbeddedParts.database().execute("""
                create or replace function gateway.refuse() returns trigger language plpgsql
                as $$ begin raise exception 'never' using errcode = '23514'; end $$""");
        EmbeddedParts.database().execute("""
                create or replace trigger poison before insert on gateway.checked_domain
                for each row when (new.domain = 'refused.example') execute function gateway.refuse()""");
        RecordMetadata broken = put(domain, "{\"domain\": \"pat@");
        RecordMetadata nameless = put(domain, "{\"records\": [], \"nameservers\": []}");
        RecordMetadata refused = put(domain, event("refused.example", justNow, OK, OK, OK));
        check(domain, justNow, MISSING, MISSING, MISSING);
        awaitAllTakenOf(domain);

        assertThat(answerFor(domain)).contains("Three DNS records are still missing");
        assertThat(List.of(reason(broken), reason(nameless), reason(refused)))
                .containsExactly("MALFORMED_JSON", "MISSING_FIELD", "PROCESSING_FAILED");
    }

    private RecordMetadata check(String domain, Instant at, RecordState first, RecordState second, RecordState dmarc)
            throws Exception {
        return put(domain, event(domain, at, first, second, dmarc));
    }

    private String event(String domain, Instant at, RecordState first, RecordState second, RecordState dmarc)
            throws Exception {
        return json.writeValueAsString(new DnsChecked(
                UUID.randomUUID(),
                at,
                UUID.randomUUID(),
                new DomainName(domain),
                List.of(
                        verdict(Purpose.DKIM, "mte1._domainkey." + domain, first),
                        verdict(Purpose.DKIM, "mte2._domainkey." + domain, second),
                        verdict(Purpose.DMARC, "_dmarc." + domain, dmarc),
                        verdict(Purpose.SPF, domain, WRONG),
                        verdict(Purpose.OWNERSHIP, "_bp-aaaaaaaaaaa." + domain, MISSING)),
                List.of(),
                null));
    }

    private static RecordCheck verdict(Purpose purpose, String name, RecordState state) {
        return new RecordCheck(purpose, name, state, List.of(), null, List.of());
    }

    private RecordMetadata put(String domain, String value) {
        return bus.put(Topic.DNS_CHECKED, domain, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A later record of the same partition, about another domain: when it is written, those before it were taken in. */
    private void awaitAllTakenOf(String domain) throws Exception {
        String later = "later-" + UUID.randomUUID() + ".example";
        put(domain, event(later, justNow, OK, OK, OK));
        soon().until(() -> EmbeddedParts.database()
                .one("select count(*) from gateway.checked_domain where domain = ?", later)
                .equals("1"));
    }

    /** What the forwarder reads. */
    private String answerFor(String domain) throws Exception {
        register(domain);
        ask("jane@" + domain);
        String forwarder = "it@" + domain;
        deliver(forwarder, challengeFor("jane@" + domain).forwardedBy(forwarder));
        return challengeFor(forwarder).text().strip();
    }

    /** The button on the page. */
    private void press(String domain, String words) throws Exception {
        register(domain);
        ask("jane@" + domain);
        given().formParam("domain", domain)
                .formParam("key", challengeFor("jane@" + domain).key())
                .post("/verify-domain")
                .then()
                .statusCode(200)
                .body(containsString(words));
    }

    private String reason(RecordMetadata record) {
        return soon().until(
                        () -> bus.records(Topic.DNS_CHECKED.deadLetter("mail-gateway")).stream()
                                .filter(letter -> header(letter, "dead-letter-partition")
                                                .equals(Integer.toString(record.partition()))
                                        && header(letter, "dead-letter-offset").equals(Long.toString(record.offset())))
                                .map(letter -> header(letter, "dead-letter-reason"))
                                .toList(),
                        reasons -> !reasons.isEmpty())
                .getFirst();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
