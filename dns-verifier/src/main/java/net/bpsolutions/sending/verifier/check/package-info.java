/**
 * One check of one domain: the two tiers, in time, whatever the servers do.
 */
@NullMarked
package net.bpsolutions.sending.verifier.check;

import org.jspecify.annotations.NullMarked;
