package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;

/**
 * One domain, looked at through every authoritative server of the zone that holds each name. Names outside the domain's
 * own zone are asked of the resolvers.
 */
public final class Examination implements Dns {

    private final Wire wire;
    private final Recursive recursive;
    private final ZoneFinder zones;
    private final DomainName domain;
    private final Authority authority;

    Examination(Wire wire, Recursive recursive, ZoneFinder zones, DomainName domain, Authority authority) {
        this.wire = wire;
        this.recursive = recursive;
        this.zones = zones;
        this.domain = domain;
        this.authority = authority;
    }

    /** The apex of the zone that holds the domain; the domain itself when that could not be found. */
    public String apex() {
        return authority instanceof Authority.Zone zone && zone.apex().contains(".") ? zone.apex() : domain.value();
    }

    /** The names of the zone's servers; empty when they could not be found. */
    public List<String> nameservers() {
        return switch (authority) {
            case Authority.Zone zone -> zone.nameservers();
            case Authority.Nobody(var names, var _) -> names;
        };
    }

    /** Servers of the zone that do not answer as they should, although others do. */
    public List<Lookup.Unavailable> faulty() {
        return switch (authority) {
            case Authority.Zone zone -> zone.faulty();
            case Authority.Nobody _ -> List.of();
        };
    }

    @Override
    public Uni<Lookup> lookup(Question question) {
        return OwnerName.isWithin(question.name(), apex())
                ? zones.holding(question.name()).chain(holder -> ask(holder, question))
                : recursive.lookup(question);
    }

    private Uni<Lookup> ask(Authority holder, Question question) {
        return switch (holder) {
            case Authority.Nobody(var _, var reason) -> Uni.createFrom().item(reason);
            case Authority.Zone zone ->
                Uni.join()
                        .all(zone.answering().stream()
                                .map(server -> ask(server, question))
                                .toList())
                        .andFailFast()
                        .map(Consensus::of);
        };
    }

    private Uni<Consensus.Heard> ask(Authority.Server server, Question question) {
        return wire.ask(server.address(), question, false).map(reply -> new Consensus.Heard(server.name(), reply));
    }
}
