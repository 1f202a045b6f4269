package net.bpsolutions.sending.gateway;

import io.smallrye.config.ConfigMapping;
import net.bpsolutions.sending.gateway.account.OwnAccountsConfig;
import net.bpsolutions.sending.gateway.authentication.AuthenticationConfig;
import net.bpsolutions.sending.gateway.challenge.ChallengeConfig;
import net.bpsolutions.sending.gateway.database.DatabaseConfig;
import net.bpsolutions.sending.gateway.inbound.InboundConfig;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig;
import net.bpsolutions.sending.gateway.intake.IntakeConfig;
import net.bpsolutions.sending.gateway.ledger.LedgerConfig;
import net.bpsolutions.sending.gateway.outbox.OutboxConfig;
import net.bpsolutions.sending.gateway.reply.ReplyConfig;
import net.bpsolutions.sending.gateway.sender.SenderConfig;
import net.bpsolutions.sending.gateway.sender.VendorConfig;
import net.bpsolutions.sending.gateway.smtp.RelayConfig;

/** Everything about this service that an operator can set. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {

    /** The names and addresses of the vendor. */
    VendorConfig vendor();

    /** The database. */
    DatabaseConfig database();

    /** What producers may ask for. */
    IntakeConfig intake();

    /** The local copy of sender-status. */
    SenderConfig sender();

    /** The relay that takes our mail. */
    RelayConfig relay();

    /** Clinics' own provider accounts. */
    OwnAccountsConfig ownAccounts();

    /** The ledger: how long it keeps trying. */
    LedgerConfig ledger();

    /** Publishing what was committed. */
    OutboxConfig outbox();

    /** The receiving SMTP server. */
    InboundConfig inbound();

    /** A mailbox elsewhere. */
    ImapConfig imap();

    /** Replies to the fallback address. */
    ReplyConfig replies();

    /** Evaluating who sent what comes in. */
    AuthenticationConfig authentication();

    /** The verification message. */
    ChallengeConfig challenge();
}
