package net.bpsolutions.sending.gateway.reply;

import java.time.Clock;
import java.util.Map;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.ledger.Ledger;
import net.bpsolutions.sending.gateway.parts.Settings;

/** The reply post of an installation where no person is configured. */
public final class ReadByNobody {

    private ReadByNobody() {}

    /** Over the same ledger. */
    public static ReplyPost over(Ledger ledger) {
        GatewayConfig config = Settings.of(Map.of());
        return new ReplyPost(ledger, new PassedOnMail(config, Clock.systemUTC()), config);
    }
}
