package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Asks the configured resolvers, one after the other until one gives a definite answer. */
public final class Recursive implements Dns {

    private final Wire wire;
    private final List<ServerAddress> resolvers;

    Recursive(Wire wire, List<ServerAddress> resolvers) {
        this.wire = wire;
        this.resolvers = List.copyOf(resolvers);
    }

    @Override
    public Uni<Lookup> lookup(Question question) {
        return ask(question).map(Reply::lookup);
    }

    Uni<Reply> ask(Question question) {
        return ask(question, 0);
    }

    List<ServerAddress> resolvers() {
        return resolvers;
    }

    private Uni<Reply> ask(Question question, int index) {
        return wire.ask(resolvers.get(index), question, true)
                .chain(reply -> reply.isDefinite() || !reply.referral().isEmpty() || index + 1 == resolvers.size()
                        ? Uni.createFrom().item(reply)
                        : ask(question, index + 1));
    }
}
