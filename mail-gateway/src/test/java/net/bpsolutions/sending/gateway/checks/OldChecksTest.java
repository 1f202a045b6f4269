package net.bpsolutions.sending.gateway.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OldChecksTest {

    @Inject
    OldChecks oldChecks;

    @Test
    void forgetsDomainsThatNobodyChecksAnyMore() {
        EmbeddedParts.database().execute("""
                insert into gateway.checked_domain (domain, checked_at, records)
                values ('old.example', now() - interval '91 days', '{}'),
                       ('not-so-old.example', now() - interval '89 days', '{}')""");

        oldChecks.forget().await().atMost(Duration.ofSeconds(20));

        assertThat(EmbeddedParts.database()
                        .one("select domain from gateway.checked_domain where domain like '%old.example'"))
                .isEqualTo("not-so-old.example");
    }
}
