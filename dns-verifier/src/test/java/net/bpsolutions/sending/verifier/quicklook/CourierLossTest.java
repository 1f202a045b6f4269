package net.bpsolutions.sending.verifier.quicklook;

import static net.bpsolutions.sending.verifier.servers.ScriptedResolver.answer;
import static net.bpsolutions.sending.verifier.servers.ScriptedResolver.blank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.servers.ScriptedResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** What happens when packets or resolvers are lost. */
class CourierLossTest {

    private static final Question POLICY = new Question("_dmarc.clinic.example", RrType.TXT);
    private static final ScriptedResolver.Script SILENCE = (query, reply) -> {};

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    @Test
    void asksAnotherResolverAfterAFailure() {
        ScriptedResolver failing = started(new ScriptedResolver((query, reply) -> {
            Message failure = blank(query);
            failure.getHeader().setRcode(Rcode.SERVFAIL);
            reply.send(failure.toWire());
        }));
        ScriptedResolver good = started(ScriptedResolver.answering("TXT x"));
        Asked asked = started(Asked.with(Asked.LONG, 1, 64, failing, good));

        assertThat(asked.of(POLICY).records()).containsExactly("x");
        assertThat(failing.questions()).hasSize(1);
        assertThat(good.questions()).hasSize(1);
    }

    @Test
    void leavesADeadResolverAlone() {
        ScriptedResolver silent = started(new ScriptedResolver(SILENCE));
        Asked asked = started(Asked.with(Asked.TIMEOUT, 5, 64, silent, started(ScriptedResolver.answering("TXT x"))));

        assertThat(IntStream.range(0, 200).mapToObj(each -> asked.of(POLICY).records()))
                .hasSize(200)
                .allMatch(List.of("x")::equals);

        assertThat(silent.questions()).hasSizeBetween(1, 8);
        assertThat(asked.courier().tally().resting()).isEqualTo(1);
    }

    @Test
    void asksAResolverAgainThatIsBack() {
        AtomicInteger seen = new AtomicInteger();
        ScriptedResolver back = started(new ScriptedResolver((query, reply) -> {
            if (seen.incrementAndGet() > 3) {
                reply.send(answer(query, "TXT back").toWire());
            }
        }));
        Asked asked = started(Asked.of(back, started(ScriptedResolver.answering("TXT other"))));

        await().atMost(Duration.ofSeconds(40))
                .until(() -> asked.of(POLICY).records().contains("back"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> asked.courier().tally().resting() == 0);
    }

    @Test
    void asksTheOnlyResolverEvenWhenItIsDead() {
        AtomicInteger seen = new AtomicInteger();
        Asked asked = started(Asked.of(started(new ScriptedResolver((query, reply) -> {
            if (seen.incrementAndGet() > 6) {
                reply.send(answer(query, "TXT back").toWire());
            }
        }))));

        await().atMost(Duration.ofSeconds(40))
                .until(() -> asked.of(POLICY).records().contains("back"));
    }

    @Test
    void noticesAtOnceThatNobodyListens() {
        ScriptedResolver gone = new ScriptedResolver(SILENCE);
        Asked asked = started(Asked.with(Asked.LONG, 1, 64, gone));
        gone.close();

        CompletableFuture<Lookup> answer = asked.begin(POLICY, Duration.ofMinutes(2));

        await().atMost(Duration.ofSeconds(30)).until(answer::isDone);
        assertThat(answer.join()).isEqualTo(new Lookup.Unavailable(Reason.TIMEOUT, ""));
    }

    @Test
    void losesNoAnswerWhenOnePacketInFiveIsLost() {
        Random chance = new Random(7);
        ScriptedResolver lossy = started(new ScriptedResolver((query, reply) -> {
            if (chance.nextInt(5) > 0) {
                reply.send(answer(query, "TXT " + query.getQuestion().getName()).toWire());
            }
        }));
        Asked asked = started(Asked.with(Asked.TIMEOUT, 12, 256, lossy));

        List<CompletableFuture<Lookup>> answers = IntStream.range(0, 3000)
                .mapToObj(each -> asked.begin(clinic(each), Duration.ofMinutes(2)))
                .toList();

        for (int each = 0; each < answers.size(); each++) {
            assertThat(answers.get(each).join().records())
                    .containsExactly(clinic(each).name() + ".");
        }
        assertThat(asked.courier().tally().retried()).isPositive();
    }

    @Test
    void losesNothingAtFullSpeed() {
        ScriptedResolver resolver = started(new ScriptedResolver((query, reply) ->
                reply.send(answer(query, "TXT " + query.getQuestion().getName()).toWire())));
        Asked asked = started(Asked.with(Duration.ofSeconds(2), 1, 256, resolver));

        List<CompletableFuture<Lookup>> answers = IntStream.range(0, 20_000)
                .mapToObj(each -> asked.begin(clinic(each), Duration.ofMinutes(2)))
                .toList();

        for (int each = 0; each < answers.size(); each++) {
            assertThat(answers.get(each).join().records())
                    .containsExactly(clinic(each).name() + ".");
        }
    }

    @Test
    void keepsToWhatMayBeUnderWay() {
        ScriptedResolver silent = started(new ScriptedResolver(SILENCE));
        Asked asked = started(Asked.with(Asked.LONG, 0, 16, silent));

        List<CompletableFuture<Lookup>> answers = Stream.generate(() -> asked.begin(POLICY, Asked.PATIENCE))
                .limit(100)
                .toList();

        await().until(() -> silent.questions().size() == 16);
        await().during(Duration.ofMillis(200)).until(() -> silent.questions().size() == 16);
        assertThat(answers).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void givesUpWhatWaitsTooLongInLine() {
        Asked asked = started(Asked.with(Asked.LONG, 0, 1, started(new ScriptedResolver(SILENCE))));
        CompletableFuture<Lookup> first = asked.begin(POLICY, Asked.PATIENCE);

        CompletableFuture<Lookup> second = asked.begin(POLICY, Duration.ofMillis(100));

        await().atMost(Duration.ofSeconds(30)).until(second::isDone);
        assertThat(second.join()).isEqualTo(new Lookup.Unavailable(Reason.TIMEOUT, ""));
        assertThat(first).isNotDone();
    }

    private static Question clinic(int number) {
        return new Question("clinic-" + number + ".example", RrType.TXT);
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }
}
