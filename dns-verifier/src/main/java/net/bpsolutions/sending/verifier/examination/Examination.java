package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Remembered;

/**
 * One domain, looked at through every authoritative server of the zone that holds each name. Names outside the domain's
 * own zone are asked of the resolvers. Whatever is asked twice is answered from memory.
 */
public final class Examination implements Dns {

    private final Recursive recursive;
    private final RollCall rollCall;
    private final ZoneFinder zones;
    private final Budget budget;
    private final Pace pace;
    private final DomainName domain;
    private final Authority authority;
    private final Map<Question, Uni<Lookup>> known = new ConcurrentHashMap<>();

    Examination(Parts parts, DomainName domain, Authority authority) {
        this.recursive = parts.recursive();
        this.rollCall = parts.rollCall();
        this.zones = parts.zones();
        this.budget = parts.budget();
        this.pace = parts.pace();
        this.domain = domain;
        this.authority = authority;
    }

    /** What an examination works with. */
    record Parts(Recursive recursive, RollCall rollCall, ZoneFinder zones, Budget budget, Pace pace) {}

    /** The apex of the zone that holds the domain; the domain itself when that could not be found. */
    public String apex() {
        return authority instanceof Authority.Zone zone && zone.apex().contains(".") ? zone.apex() : domain.value();
    }

    /** The names of the zone's servers; empty when they could not be found, or are those of a top-level domain. */
    public List<String> nameservers() {
        return switch (authority) {
            case Authority.Zone zone -> zone.apex().contains(".") ? zone.nameservers() : List.of();
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
        return known.computeIfAbsent(question, asked -> Remembered.of(() -> budget.spend(() -> find(asked))));
    }

    /** What the resolvers hold of a name in the domain; nothing when that is not known from elsewhere, to compare. */
    public Uni<SecondOpinion> secondOpinion(Question question) {
        return lookup(question)
                .chain(lookup -> lookup instanceof Lookup.Unavailable || !budget.allows()
                        ? Uni.createFrom().item(SecondOpinion.NONE)
                        : recursive.views(question).map(views -> SecondOpinion.of(lookup, views)));
    }

    private Uni<Lookup> find(Question question) {
        return OwnerName.isWithin(question.name(), apex())
                ? zones.holding(question.name())
                        .chain(holder -> ask(holder, question))
                        .chain(lookup -> believed(question, lookup))
                : recursive.lookup(question);
    }

    private Uni<Lookup> ask(Authority holder, Question question) {
        return switch (holder) {
            case Authority.Nobody(var _, var reason) -> Uni.createFrom().item(reason);
            case Authority.Zone zone -> ask(zone, question, true);
        };
    }

    /** A disagreement is asked about once more: the zone may be in the middle of a change. */
    private Uni<Lookup> ask(Authority.Zone zone, Question question, boolean first) {
        return rollCall.heard(zone, question).chain(heard -> {
            Optional<Referral> referral = ZoneFinder.deeper(zone, heard);
            if (referral.isPresent()) {
                return zones.referred(referral.get()).chain(holder -> ask(holder, question));
            }
            Lookup lookup = Consensus.of(heard);
            return first && isDisagreement(lookup)
                    ? later(zone, question)
                    : Uni.createFrom().item(lookup);
        });
    }

    private Uni<Lookup> later(Authority.Zone zone, Question question) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .onExecutor(pace.timer())
                .by(pace.pause())
                .chain(() -> ask(zone, question, false));
    }

    private static boolean isDisagreement(Lookup lookup) {
        return lookup instanceof Lookup.Unavailable(var reason, var _) && reason == Reason.NAMESERVERS_DISAGREE;
    }

    /** What authoritative servers say of a domain that validating resolvers refuse does not reach anybody. */
    private Uni<Lookup> believed(Question question, Lookup lookup) {
        return !zones.isSuspicious() || lookup instanceof Lookup.Unavailable || !budget.allows()
                ? Uni.createFrom().item(lookup)
                : recursive
                        .lookup(question)
                        .map(theirs ->
                                theirs instanceof Lookup.Unavailable(var reason, var _) && reason == Reason.DNSSEC_BOGUS
                                        ? theirs
                                        : lookup);
    }
}
