package net.bpsolutions.sending.local.dns;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Every loaded zone, and above them a root that knows nothing else; immutable. */
final class World {

    private final Map<Name, Zone> zones = new HashMap<>();

    World(Collection<Zone> loaded) {
        loaded.forEach(zone -> zones.put(zone.origin(), zone));
        zones.computeIfAbsent(Name.root, _ -> root());
    }

    /** The zone with the longest match: a loaded child zone wins over its parent's delegation. */
    Zone zoneOf(Name name) {
        for (int dropped = 0; dropped < name.labels(); dropped++) {
            Zone zone = zones.get(new Name(name, dropped));
            if (zone != null) {
                return zone;
            }
        }
        throw new IllegalStateException("a name is always under the root");
    }

    /** Whether {@code name} is above a loaded zone and so exists, though it has no records. */
    boolean leadsToZone(Name name) {
        return zones.keySet().stream().anyMatch(origin -> origin.subdomain(name));
    }

    private Zone root() {
        Set<Record> records = new HashSet<>();
        Name server = Name.fromConstantString("ns1.");
        records.add(new NSRecord(Name.root, 1, 5, server));
        records.add(ZoneFile.loopback(server));
        outsideNameServers().stream().map(ZoneFile::loopback).forEach(records::add);
        return new Zone(Name.root, ZoneFile.madeUpSoa(Name.root), records);
    }

    /** Name servers of loaded zones that no loaded zone has an address for. */
    private List<Name> outsideNameServers() {
        return zones.values().stream()
                .flatMap(zone -> zone.rrset(zone.origin(), Type.NS).stream())
                .flatMap(rrset -> rrset.rrs().stream())
                .map(rr -> ((NSRecord) rr).getTarget())
                .filter(target -> zones.keySet().stream().noneMatch(target::subdomain))
                .distinct()
                .toList();
    }
}
