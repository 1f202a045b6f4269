package net.bpsolutions.sending.registry.webhook;

/**
 * A webhook with a secret that was just made.
 *
 * @param webhook the webhook
 * @param secret what its deliveries are signed with, {@code whsec_…}; shown this once
 */
public record WebhookSecretJson(WebhookJson webhook, String secret) {

    @Override
    public String toString() {
        return "secret of webhook " + webhook.id();
    }
}
