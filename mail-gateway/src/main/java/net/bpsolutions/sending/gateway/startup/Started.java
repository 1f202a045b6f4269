package net.bpsolutions.sending.gateway.startup;

/** CDI event, fired once: the schema is there and work may begin. Observers must not block. */
public record Started() {}
