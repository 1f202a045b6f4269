package net.bpsolutions.sending.local.dns;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Fills one response from the zones, following aliases from zone to zone (RFC 1034 §4.3.2). */
final class Answerer {

    private static final int LONGEST_CHAIN = 16;

    private final World world;
    private final Message response;
    private final Set<Name> visited = new HashSet<>();

    Answerer(World world, Message response) {
        this.world = world;
        this.response = response;
    }

    void answer(Name owner, int type) {
        response.getHeader().setFlag(Flags.AA);
        Optional<Name> next = Optional.of(owner);
        while (next.isPresent() && visited.size() < LONGEST_CHAIN && visited.add(next.get())) {
            next = step(next.get(), type);
        }
    }

    private Optional<Name> step(Name owner, int type) {
        Zone zone = world.zoneOf(owner);
        return switch (zone.find(owner, type)) {
            case Zone.Finding.Found(var rrset) -> end(() -> add(rrset, Section.ANSWER));
            case Zone.Finding.Alias(var cname) -> alias(cname);
            case Zone.Finding.Redirected(var dname) -> redirect(dname, owner, type);
            case Zone.Finding.Delegated(var nameServers) -> end(() -> refer(zone, nameServers));
            case Zone.Finding.NoData() -> end(() -> addNegative(zone));
            case Zone.Finding.NoSuchName() -> end(() -> noSuchName(zone, owner));
        };
    }

    private static Optional<Name> end(Runnable last) {
        last.run();
        return Optional.empty();
    }

    private Optional<Name> alias(RRset cname) {
        add(cname, Section.ANSWER);
        return Optional.of(((CNAMERecord) cname.first()).getTarget());
    }

    /** With the CNAME that the DNAME stands for (RFC 6672 §3.1); YXDOMAIN when its target would be too long. */
    private Optional<Name> redirect(RRset rrset, Name owner, int type) {
        add(rrset, Section.ANSWER);
        DNAMERecord dname = (DNAMERecord) rrset.first();
        try {
            Name target = owner.fromDNAME(dname);
            response.addRecord(new CNAMERecord(owner, dname.getDClass(), dname.getTTL(), target), Section.ANSWER);
            return type == Type.CNAME ? Optional.empty() : Optional.of(target);
        } catch (NameTooLongException e) {
            response.getHeader().setRcode(Rcode.YXDOMAIN);
            return Optional.empty();
        }
    }

    private void refer(Zone zone, RRset nameServers) {
        if (response.getSection(Section.ANSWER).isEmpty()) {
            response.getHeader().unsetFlag(Flags.AA);
        }
        add(nameServers, Section.AUTHORITY);
        for (Record rr : nameServers.rrs()) {
            Name target = ((NSRecord) rr).getTarget();
            zone.rrset(target, Type.A).ifPresent(glue -> add(glue, Section.ADDITIONAL));
            zone.rrset(target, Type.AAAA).ifPresent(glue -> add(glue, Section.ADDITIONAL));
        }
    }

    private void noSuchName(Zone zone, Name owner) {
        if (!world.leadsToZone(owner)) {
            response.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        addNegative(zone);
    }

    /** The SOA record, its TTL the time for which the absence may be remembered (RFC 2308 §3). */
    private void addNegative(Zone zone) {
        SOARecord soa = zone.soa();
        long ttl = Math.min(soa.getTTL(), soa.getMinimum());
        response.addRecord(
                Record.newRecord(soa.getName(), Type.SOA, soa.getDClass(), ttl, soa.rdataToWireCanonical()),
                Section.AUTHORITY);
    }

    private void add(RRset rrset, int section) {
        rrset.rrs().forEach(rr -> response.addRecord(rr, section));
    }
}
