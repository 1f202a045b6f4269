package net.bpsolutions.sending.verifier.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.junit.jupiter.api.Test;

class ConsensusTest {

    private static final Lookup.Unavailable SILENT = new Lookup.Unavailable(Reason.TIMEOUT, "");

    @Test
    void doesNotMindOrderAndTtl() {
        assertThat(of(new Lookup.Answer(List.of("a", "b"), 60L), new Lookup.Answer(List.of("b", "a"), 5L)))
                .isInstanceOf(Lookup.Answer.class);
    }

    @Test
    void takesBothKindsOfAbsenceForTheSame() {
        assertThat(of(new Lookup.NoData(), new Lookup.NoSuchDomain())).isInstanceOf(Lookup.NoData.class);
    }

    @Test
    void doesNotSettleDisagreementByVote() {
        Lookup answer = new Lookup.Answer(List.of("a"), 60L);

        assertThat(of(answer, answer, new Lookup.NoData()))
                .isInstanceOfSatisfying(
                        Lookup.Unavailable.class,
                        lost -> assertThat(lost.reason()).isEqualTo(Reason.NAMESERVERS_DISAGREE));
    }

    @Test
    void goesByThoseThatAnswer() {
        assertThat(of(SILENT, new Lookup.NoSuchDomain())).isInstanceOf(Lookup.NoSuchDomain.class);
    }

    @Test
    void neverCallsAbsentWhatNobodyAnswers() {
        assertThat(of(SILENT, SILENT)).isEqualTo(new Lookup.Unavailable(Reason.TIMEOUT, "ns0, ns1"));
    }

    @Test
    void doesNotBelieveAServerWithoutAuthority() {
        Lookup lookup = Consensus.of(List.of(new Consensus.Heard("ns0", Reply.of(new Lookup.NoSuchDomain(), false))));

        assertThat(lookup).isEqualTo(new Lookup.Unavailable(Reason.LAME_DELEGATION, "ns0"));
    }

    private static Lookup of(Lookup... said) {
        return Consensus.of(Stream.iterate(0, index -> index < said.length, index -> index + 1)
                .map(index -> new Consensus.Heard("ns" + index, Reply.of(said[index], true)))
                .toList());
    }
}
