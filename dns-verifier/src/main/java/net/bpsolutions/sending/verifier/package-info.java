/**
 * Asks DNS what a domain publishes, and reports findings; decides nothing, stores nothing.
 */
@NullMarked
package net.bpsolutions.sending.verifier;

import org.jspecify.annotations.NullMarked;
