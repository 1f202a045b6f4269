package net.bpsolutions.sending.gateway.checks;

/** What is known of the records that a domain needs in DNS. */
public sealed interface MissingRecords {

    /** Nobody looked lately, or not every record could be checked. */
    record Unknown() implements MissingRecords {}

    /** Every one is as expected. */
    record None() implements MissingRecords {}

    /**
     * Some are not there, or not as expected.
     *
     * @param count at least 1
     */
    record Some(int count) implements MissingRecords {}
}
