package net.bpsolutions.sending.gateway.sender;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;

/** What the registry last said of each registration, as far as it was read. Never blocks. */
public interface SenderStatusView {

    /** The registration of this very domain; else the one for all domains of the clinic; else nothing is known. */
    Optional<SenderStatus> find(String clinicId, String domain);

    /** Every clinic's registration of a domain. */
    List<SenderStatus> registrationsOf(String domain);

    /** The clinics that have a registration whose mail goes over an account of their own. */
    Set<String> ownAccountClinics();

    /** Those of a domain that wait for records or for a proof. */
    default List<SenderStatus> pendingOf(String domain) {
        return registrationsOf(domain).stream()
                .filter(registration -> registration.status() == DomainStatus.PENDING)
                .toList();
    }

    /** Whether everything was read that had been said when this process started. */
    boolean rebuilt();

    /** Whether what was said since is followed: not so right after this process was paused. */
    default boolean current() {
        return rebuilt();
    }
}
