package net.bpsolutions.sending.registry.startup;

/** The schema is in place: work may begin. Fired once. */
public record DatabaseReady() {}
