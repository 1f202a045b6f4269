package net.bpsolutions.sending.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.account.OwnAccounts;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Lease;
import net.bpsolutions.sending.gateway.ledger.Lease.Standing;
import net.bpsolutions.sending.gateway.ledger.RequestId;
import net.bpsolutions.sending.gateway.ledger.Term;
import net.bpsolutions.sending.gateway.ledger.Wanted;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import net.bpsolutions.sending.gateway.smtp.Account;
import net.bpsolutions.sending.gateway.smtp.Answer;
import net.bpsolutions.sending.gateway.smtp.Handover;
import net.bpsolutions.sending.gateway.smtp.Permit;
import net.bpsolutions.sending.gateway.smtp.RelayConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    private static final GatewayConfig CONFIG = Settings.of(Map.of());
    private static final Mailbox JANE = Mailbox.of(new Address("jane@clinic.example"));

    private final RelayHealth health = new RelayHealth(CONFIG);
    private final List<Handover> handedOver = new ArrayList<>();

    @Test
    void trustsNothingBeforeEverythingIsRead() {
        attempt(lease(Standing.SENDABLE, false), view(false));

        assertThat(handedOver.getFirst().identity().sendingAs()).isEqualTo(SendingAs.FALLBACK);
    }

    @Test
    void sendsUnderTheClinicsNameWhenAllIsRead() {
        attempt(lease(Standing.SENDABLE, false), view(true));

        assertThat(handedOver.getFirst().identity().from()).isEqualTo(JANE);
    }

    @Test
    void keepsToTheFallbackAddressOnceTheNameWasNotAuthorised() {
        attempt(lease(Standing.SENDABLE, false, true), view(true));

        assertThat(handedOver.getFirst().identity().sendingAs()).isEqualTo(SendingAs.FALLBACK);
    }

    @Test
    void waitsWhileItsNewsAreOld() {
        Booking booking = attempt(lease(Standing.SENDABLE, false), view(true, false));

        assertThat(booking.next()).isInstanceOf(Booking.Returned.class);
        assertThat(handedOver).isEmpty();
    }

    @Test
    void letsNothingGoOnceItsLeaseOrItsTimeIsOver() {
        Duration minute = Duration.ofMinutes(1);
        long now = System.nanoTime();

        assertThat(new LeasePermit(new Term(now, minute, minute)).ask()).isEqualTo(Permit.Ruling.GRANTED);
        assertThat(new LeasePermit(new Term(now - minute.toNanos(), minute, minute)).ask())
                .isEqualTo(Permit.Ruling.REVOKED);
        assertThat(new LeasePermit(new Term(now, minute, Duration.ZERO)).ask()).isEqualTo(Permit.Ruling.EXPIRED);
    }

    @Test
    void leavesRoomBesideAnAccountThatHangs() {
        OwnLanes lanes = new OwnLanes(CONFIG);
        Account account = new Account("smtp.example", 587, RelayConfig.Tls.TLS, Optional.empty());

        List<Boolean> entered = java.util.stream.Stream.generate(() -> lanes.enter(account))
                .limit(4)
                .toList();

        assertThat(entered).containsExactly(true, true, true, false);
        lanes.leave(account);
        assertThat(lanes.enter(account)).isTrue();
    }

    @Test
    void sendsNoticesUnderOurOwnName() {
        attempt(lease(Standing.SENDABLE, true), view(false));

        assertThat(handedOver.getFirst().identity().from()).isEqualTo(JANE);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED,EXPIRED,expired", "CANCELLED,REJECTED,cancelled", "SUPPRESSED,SUPPRESSED,suppressed"})
    void handsOverNothingThatMustNotBeSent(Standing standing, Outcome outcome, String reason) {
        Booking booking = attempt(lease(standing, false), view(true));

        assertThat(booking).isEqualTo(Booking.untried(outcome, reason));
        assertThat(handedOver).isEmpty();
    }

    @Test
    void takesNothingBeforeTheNamesAreKnown() {
        RelayHealth healthy = new RelayHealth(CONFIG);

        assertThat(new Slots(view(false), healthy, CONFIG).wanted(0)).isEqualTo(Wanted.NOTHING);
        assertThat(new Slots(view(true), healthy, CONFIG).wanted(3)).isEqualTo(Wanted.ofAll(7));
    }

    @Test
    void takesOfThoseWhoNeedOurRelayNoMoreThanOneWhileItIsAway() {
        Slots slots = new Slots(view(true), health, CONFIG);
        health.unreachable();
        Wanted atOnce = slots.wanted(3);

        await().atMost(Duration.ofSeconds(30)).until(health::wantsProbe);

        assertThat(atOnce).isEqualTo(new Wanted(7, Set.of("clinic-43")));
        assertThat(slots.wanted(3)).isEqualTo(Wanted.ofAll(1));
        health.enter(UUID.randomUUID());
        assertThat(slots.wanted(3)).isEqualTo(atOnce);
        health.reachable();
        assertThat(slots.wanted(3)).isEqualTo(Wanted.ofAll(7));
    }

    @Test
    void givesBackWhatNeedsARelayThatIsAway() {
        health.unreachable();

        Booking booking = attempt(lease(Standing.SENDABLE, false), view(true));

        assertThat(booking.next()).isInstanceOf(Booking.Returned.class);
        assertThat(handedOver).isEmpty();
    }

    private Booking attempt(Lease lease, SenderStatusView view) {
        Attempts attempts = new Attempts(
                (mail, account, permit) -> {
                    handedOver.add(mail);
                    return Uni.createFrom().item(new Answer.Accepted("250"));
                },
                new Routes(new OwnAccounts(CONFIG), CONFIG),
                view,
                new Consequences(health, new OwnLanes(CONFIG), CONFIG),
                new Envelopes(CONFIG),
                CONFIG);
        return attempts.attempt(lease).await().atMost(Duration.ofSeconds(30));
    }

    private static Lease lease(Standing standing, boolean notice) {
        return lease(standing, notice, false);
    }

    private static Lease lease(Standing standing, boolean notice, boolean fellBack) {
        Mailbox pat = Mailbox.of(new Address("pat@example.org"));
        Mail mail = new Mail(JANE, List.of(pat), null, "Hi", "text", null, List.of(), AutoSubmitted.GENERATED);
        return new Lease(
                1,
                1,
                UUID.randomUUID(),
                new RequestId("clinic-42", "rem-1"),
                0,
                "pat@example.org",
                "<1@bp-solutions.net>",
                1,
                standing,
                notice,
                false,
                standing == Standing.SENDABLE ? mail : null,
                0,
                fellBack,
                new Term(System.nanoTime(), Duration.ofSeconds(30), Duration.ofHours(1)));
    }

    /** Knows every domain as verified; whether that is all there is to know is another matter. */
    private static SenderStatusView view(boolean rebuilt) {
        return view(rebuilt, rebuilt);
    }

    private static SenderStatusView view(boolean rebuilt, boolean current) {
        return new SenderStatusView() {
            @Override
            public Optional<SenderStatus> find(String clinicId, String domain) {
                return Optional.of(new SenderStatus(
                        UUID.randomUUID(),
                        Instant.EPOCH,
                        1,
                        UUID.randomUUID(),
                        clinicId,
                        domain,
                        DomainStatus.VERIFIED,
                        SendingAs.NATIVE,
                        null,
                        "test"));
            }

            @Override
            public List<SenderStatus> registrationsOf(String domain) {
                return List.of();
            }

            @Override
            public Set<String> ownAccountClinics() {
                return Set.of("clinic-43");
            }

            @Override
            public boolean rebuilt() {
                return rebuilt;
            }

            @Override
            public boolean current() {
                return current;
            }
        };
    }
}
