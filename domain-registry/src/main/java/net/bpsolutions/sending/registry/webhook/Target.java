package net.bpsolutions.sending.registry.webhook;

/**
 * Where a webhook is.
 *
 * @param host a domain name as A-labels; an address of this machine where {@code own} says so
 * @param port TCP
 * @param tls whether HTTPS
 * @param path with the query, as it is sent
 * @param own whether it is this machine itself, which only development allows
 */
record Target(String host, int port, boolean tls, String path, boolean own) {}
