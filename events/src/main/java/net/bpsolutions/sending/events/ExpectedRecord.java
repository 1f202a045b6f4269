package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A record that a clinic is to publish.
 *
 * @param purpose what it is for
 * @param type its RR type
 * @param name its owner name, absolute, without the trailing dot
 * @param value the target of a CNAME, or the joined character-strings of a TXT
 * @param required false where it is advice
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExpectedRecord(Purpose purpose, RecordType type, String name, String value, boolean required) {}
