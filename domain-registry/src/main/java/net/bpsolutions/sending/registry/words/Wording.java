package net.bpsolutions.sending.registry.words;

/**
 * A finding in plain words.
 *
 * @param explanation what is so
 * @param why why it matters
 * @param fix what to do
 * @param technical the same, precisely, for whoever keeps the zone
 */
public record Wording(String explanation, String why, String fix, String technical) {}
