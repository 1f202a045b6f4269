package net.bpsolutions.sending.gateway.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.sender.VendorConfig;
import org.jspecify.annotations.Nullable;

/** The addresses that we receive for: each exactly, and those of replies and bounces with {@code +token}, too. */
@ApplicationScoped
class OwnAddresses {

    /** What stands before the {@code @} of our Message-IDs, and a little more, but nothing that is an address itself. */
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9-]{8,64}");

    private final String verification;
    private final String messageIdDomain;
    private final List<Address> returns;

    OwnAddresses(GatewayConfig config) {
        VendorConfig vendor = config.vendor();
        verification = vendor.verificationAddress();
        messageIdDomain = new Address(vendor.fallbackAddress()).domain().value();
        returns = List.of(new Address(vendor.fallbackAddress()), new Address(vendor.bounceAddress()));
    }

    boolean isOurs(String address) {
        return isVerification(address) || isReturn(address);
    }

    boolean toVerification(Envelope envelope) {
        return envelope.recipients().stream().anyMatch(this::isVerification);
    }

    boolean toReturns(Envelope envelope) {
        return envelope.recipients().stream().anyMatch(this::isReturn);
    }

    private boolean isReturn(String address) {
        return returns.stream().anyMatch(own -> token(address, own) != null);
    }

    private boolean isVerification(String address) {
        return address.equalsIgnoreCase(verification);
    }

    /** Message-IDs that the recipients name: {@code local+token@domain} is about {@code <token@domain>}. */
    List<String> messageIds(Envelope envelope) {
        List<String> ids = new ArrayList<>();
        for (String recipient : envelope.recipients()) {
            for (Address own : returns) {
                String token = token(recipient, own);
                if (token != null && !token.isEmpty()) {
                    ids.add("<" + token + "@" + messageIdDomain + ">");
                }
            }
        }
        return ids;
    }

    /** Empty for the address itself; null for another. */
    private static @Nullable String token(String address, Address own) {
        int at = own.value().lastIndexOf('@');
        String local = own.value().substring(0, at).toLowerCase(Locale.ROOT);
        String rest = own.value().substring(at).toLowerCase(Locale.ROOT);
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.equals(local + rest)) {
            return "";
        }
        if (!lower.startsWith(local + "+") || !lower.endsWith(rest)) {
            return null;
        }
        String token =
                lower.substring(local.length() + 1, Math.max(local.length() + 1, lower.length() - rest.length()));
        return TOKEN.matcher(token).matches() ? token : null;
    }
}
