package net.bpsolutions.sending.registry.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.registry.paging.Cursor;

/** Which registrations a list holds; what is empty does not narrow it. */
record DomainFilter(
        Optional<Set<String>> visible,
        Optional<String> clinicId,
        Optional<DomainStatus> status,
        Optional<DomainName> domain,
        boolean flagged,
        Optional<Cursor> after) {

    /** The conditions as HQL, oldest first. */
    String hql() {
        List<String> conditions = new ArrayList<>();
        visible.ifPresent(_ -> conditions.add("clinicId in :visible"));
        clinicId.ifPresent(_ -> conditions.add("clinicId = :clinicId"));
        status.ifPresent(_ -> conditions.add("status = :status"));
        domain.ifPresent(_ -> conditions.add("domain = :domain"));
        if (flagged) {
            conditions.add("flag is not null");
        }
        // A bound that an index can begin at, and then what is exact: a page costs the same however deep it is.
        after.ifPresent(_ -> conditions.add("registeredAt >= :afterAt and (registeredAt > :afterAt or id > :afterId)"));
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ";
        return "from Registration " + where + "order by registeredAt, id";
    }

    /** The values that the conditions name. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        visible.ifPresent(value -> parameters.put("visible", value));
        clinicId.ifPresent(value -> parameters.put("clinicId", value));
        status.ifPresent(value -> parameters.put("status", value));
        domain.ifPresent(value -> parameters.put("domain", value.value()));
        after.ifPresent(cursor -> {
            parameters.put("afterAt", cursor.at());
            parameters.put("afterId", cursor.id());
        });
        return parameters;
    }
}
