package net.bpsolutions.sending.gateway.authentication;

import java.util.List;

/** What a question to DNS came to. */
sealed interface Lookup {

    /**
     * Something is there.
     *
     * @param values in presentation form: addresses, exchange names, or the joined strings of each TXT
     */
    record Answer(List<String> values) implements Lookup {

        public Answer {
            values = List.copyOf(values);
        }
    }

    /** NODATA or NXDOMAIN: a void look-up in the words of RFC 7208 §4.6.4. */
    record Nothing() implements Lookup {}

    /** SERVFAIL, time-out and the like: not known. */
    record Unavailable() implements Lookup {}
}
