package net.bpsolutions.sending.local.dns;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** The records of one zone and what they say about a name; immutable. */
final class Zone {

    /** What a zone says about an owner name and a type. */
    sealed interface Finding {
        record Found(RRset rrset) implements Finding {}

        record Alias(RRset cname) implements Finding {}

        /** The name is below that of the DNAME (RFC 6672). */
        record Redirected(RRset dname) implements Finding {}

        record Delegated(RRset nameServers) implements Finding {}

        record NoData() implements Finding {}

        record NoSuchName() implements Finding {}
    }

    private final Name origin;
    private final SOARecord soa;
    private final Map<Name, Map<Integer, RRset>> nodes = new HashMap<>();
    /** Every name that exists, those without records of their own between others (RFC 4592 §2.2.2) included. */
    private final Set<Name> existing = new HashSet<>();

    Zone(Name origin, SOARecord soa, Collection<? extends Record> others) {
        this.origin = origin;
        this.soa = soa;
        existing.add(origin);
        add(soa);
        others.forEach(this::add);
    }

    private void add(Record rr) {
        nodes.computeIfAbsent(rr.getName(), _ -> new HashMap<>())
                .computeIfAbsent(rr.getType(), _ -> new RRset())
                .addRR(rr);
        Name name = rr.getName();
        while (existing.add(name)) {
            name = new Name(name, 1);
        }
    }

    Name origin() {
        return origin;
    }

    SOARecord soa() {
        return soa;
    }

    /** The RRset that is literally in the zone. */
    Optional<RRset> rrset(Name owner, int type) {
        return Optional.ofNullable(nodes.getOrDefault(owner, Map.of()).get(type));
    }

    boolean exists(Name name) {
        return existing.contains(name);
    }

    Finding find(Name owner, int type) {
        return delegation(owner)
                .<Finding>map(Finding.Delegated::new)
                .or(() -> redirection(owner).map(Finding.Redirected::new))
                .orElseGet(() -> exists(owner) ? atNode(owner, owner, type) : atWildcard(owner, type));
    }

    private Optional<RRset> delegation(Name owner) {
        for (int extra = owner.labels() - origin.labels() - 1; extra >= 0; extra--) {
            Optional<RRset> cut = rrset(new Name(owner, extra), Type.NS);
            if (cut.isPresent()) {
                return cut;
            }
        }
        return Optional.empty();
    }

    /** What is below a DNAME is not looked at, even if it is in the zone (RFC 6672 §2.4). */
    private Optional<RRset> redirection(Name owner) {
        for (int extra = owner.labels() - origin.labels(); extra > 0; extra--) {
            Optional<RRset> dname = rrset(new Name(owner, extra), Type.DNAME);
            if (dname.isPresent()) {
                return dname;
            }
        }
        return Optional.empty();
    }

    private Finding atWildcard(Name owner, int type) {
        Name encloser = new Name(owner, 1);
        while (!exists(encloser)) {
            encloser = new Name(encloser, 1);
        }
        Name wildcard = owner.wild(owner.labels() - encloser.labels());
        return exists(wildcard) ? atNode(wildcard, owner, type) : new Finding.NoSuchName();
    }

    /** Data beside a CNAME is against RFC 1034 §3.6.2, and yet seen: it is answered, as the servers that allow it do. */
    private Finding atNode(Name node, Name owner, int type) {
        Map<Integer, RRset> rrsets = nodes.getOrDefault(node, Map.of());
        RRset exact = type == Type.ANY ? anyOf(rrsets.values()) : rrsets.get(type);
        RRset cname = rrsets.get(Type.CNAME);
        if (exact != null) {
            return new Finding.Found(as(owner, exact));
        }
        return cname == null ? new Finding.NoData() : new Finding.Alias(as(owner, cname));
    }

    /** One RRset is enough (RFC 8482 §4.1). */
    private static @Nullable RRset anyOf(Collection<RRset> rrsets) {
        return rrsets.stream().findFirst().orElse(null);
    }

    private static RRset as(Name owner, RRset rrset) {
        if (rrset.getName().equals(owner)) {
            return rrset;
        }
        List<Record> renamed =
                rrset.rrs().stream().map(rr -> rr.withName(owner)).toList();
        return new RRset(renamed);
    }
}
