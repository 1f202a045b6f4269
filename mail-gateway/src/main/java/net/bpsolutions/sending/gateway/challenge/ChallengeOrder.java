package net.bpsolutions.sending.gateway.challenge;

import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.mail.Address;

/**
 * A verification message is wanted.
 *
 * @param id of the challenge to be; the same again is the same order
 * @param domainId the registration
 * @param clinicId the clinic
 * @param domain its domain
 * @param recipient who gets the message, a mailbox of the domain
 * @param asked who wants it
 * @param evidence what was known of the mail that asked; no address
 */
public record ChallengeOrder(
        UUID id,
        UUID domainId,
        String clinicId,
        DomainName domain,
        Address recipient,
        Issue.Asked asked,
        String evidence) {

    @Override
    public String toString() {
        return "ChallengeOrder[" + id + ", " + domain + "]";
    }
}
