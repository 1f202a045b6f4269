package net.bpsolutions.sending.verifier.dmarc;

/**
 * One tag of a record.
 *
 * @param name in lower case
 * @param value without the white space round it; may be empty
 * @param position of the first character of the name, counted from 1
 * @param valueAt position of the first character of the value, or where it is missing
 */
record Tag(String name, String value, int position, int valueAt) {}
