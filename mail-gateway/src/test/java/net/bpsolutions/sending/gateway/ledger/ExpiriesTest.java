package net.bpsolutions.sending.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.File;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is past its time. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ExpiriesTest {

    private static final Duration A_WHILE = Duration.ofSeconds(40);

    @Inject
    Expiries expiries;

    @Inject
    Ledger ledger;

    @Inject
    Transactions transactions;

    private final String clinic = "jane-" + UUID.randomUUID() + "@clinic.example";
    private final String words = "too late " + UUID.randomUUID();

    /** In one transaction, so that the sweep sees it first and no worker. */
    @Test
    void givesReplyToPersonThatCouldNotBePassedOnInTime() {
        transactions
                .run(tx -> ledger.enqueueNotice(tx, reply()).chain(() -> expiries.some(tx)))
                .await()
                .atMost(A_WHILE);

        Awaitility.await().atMost(A_WHILE).until(this::reachedPerson);
        assertThat(EmbeddedParts.relay().mailsTo(clinic)).isEmpty();
    }

    private boolean reachedPerson() {
        return EmbeddedParts.relay().mailsTo("person@bp-solutions.net").stream()
                .anyMatch(mail -> new String(mail.content(), StandardCharsets.UTF_8).contains(words));
    }

    private Notice reply() {
        Mailbox fallback = Mailbox.of(new Address("blueprintoms@bp-solutions.net"));
        String original = Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        return new Notice(
                UUID.randomUUID(),
                "clinic-42",
                Mailbox.of(new Address(clinic)),
                "Re: Your appointment",
                words,
                null,
                AutoSubmitted.GENERATED,
                Instant.now().minusSeconds(60),
                new Notice.PassedOn(fallback, null, new File("reply.eml", "application/octet-stream", original)));
    }
}
