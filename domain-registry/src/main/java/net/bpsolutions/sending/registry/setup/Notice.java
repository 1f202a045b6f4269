package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;

/**
 * Why something that somebody asked for was not done.
 *
 * @param key its words
 * @param value what they name
 */
@TemplateData
public record Notice(String key, String value) {}
