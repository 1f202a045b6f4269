package net.bpsolutions.sending.gateway;

import io.quarkus.runtime.annotations.RegisterForReflection;
import net.bpsolutions.sending.events.Attachment;
import net.bpsolutions.sending.events.ChallengeRequested;
import net.bpsolutions.sending.events.CheckSuggested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.SendCancellation;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.File;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** What a native image must keep for JSON, where no endpoint names it. */
@RegisterForReflection(
        targets = {
            Attachment.class,
            ChallengeRequested.class,
            CheckSuggested.class,
            DnsChecked.class,
            DomainName.class,
            Finding.class,
            RecordCheck.class,
            net.bpsolutions.sending.events.Mailbox.class,
            SendCancellation.class,
            SendOutcome.class,
            SendRequest.class,
            SenderStatus.class,
            VerificationCompleted.class,
            Address.class,
            File.class,
            Mail.class,
            Mailbox.class
        })
final class GatewayReflection {

    private GatewayReflection() {}
}
