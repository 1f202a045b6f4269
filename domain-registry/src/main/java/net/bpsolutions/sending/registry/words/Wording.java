package net.bpsolutions.sending.registry.words;

/**
 * A finding in plain words.
 *
 * @param explanation what is so
 * @param fix what to do
 */
public record Wording(String explanation, String fix) {}
