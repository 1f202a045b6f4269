package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.paging.PageRequest;
import net.bpsolutions.sending.registry.paging.Period;
import net.bpsolutions.sending.registry.paging.Slice;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;
import net.bpsolutions.sending.registry.registration.Rules;

/** Reads past checks. */
@ApplicationScoped
public class CheckQueries {

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final PastChecks past;
    private final Presenter presenter;
    private final Rules rules;

    CheckQueries(
            UnitOfWork unitOfWork, Registrations registrations, PastChecks past, Presenter presenter, Rules rules) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.past = past;
        this.presenter = presenter;
        this.rules = rules;
    }

    Uni<Slice<CheckJson>> list(UUID id, Period period, PageRequest page) {
        Optional<Cursor> after = Cursor.decode(page.cursor(), PastChecks.LIST, Cursor::parse);
        return unitOfWork.read(() -> registrations
                .require(id)
                .flatMap(registration -> past.list(id, period.since(), period.until(), after, page.limit())
                        .map(slice -> slice.map(check -> json(registration, check)))));
    }

    /** The latest checks of a registration as they were told, latest first; other claimants' records are left out. */
    public Uni<List<Look>> latest(Registration registration, int limit) {
        String token = rules.ownershipToken(registration).name();
        Period always = new Period();
        return past.list(registration.id(), always.since(), always.until(), Optional.empty(), limit)
                .map(slice -> slice.items().stream()
                        .map(check -> Look.of(check, token))
                        .toList());
    }

    private CheckJson json(Registration registration, PastCheck check) {
        return CheckJson.of(check, presenter.records(registration, check.verdicts));
    }
}
