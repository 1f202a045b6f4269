package net.bpsolutions.sending.registry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import net.bpsolutions.sending.events.ChallengeRequested;
import net.bpsolutions.sending.events.CheckSuggested;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Mailbox;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendRequest;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.registry.lifecycle.Sighting;

/** What Jackson and libraries reach by reflection, told to a native build. */
@RegisterForReflection(
        targets = {
            ChallengeRequested.class,
            CheckSuggested.class,
            DnsCheckRequested.class,
            DnsChecked.class,
            DomainName.class,
            DomainRegistered.class,
            ExpectedRecord.class,
            Finding.class,
            Mailbox.class,
            RecordCheck.class,
            SendOutcome.class,
            SendRequest.class,
            SenderStatus.class,
            Sighting.class,
            VerificationCompleted.class
        },
        classNames = "net.bpsolutions.sending.registry.intake.DeadLetter")
final class NativeImage {

    private NativeImage() {}
}
