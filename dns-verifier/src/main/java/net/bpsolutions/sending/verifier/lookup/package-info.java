/**
 * The seam to DNS: questions, closed outcomes, and the trail of CNAMEs from an owner name to its data.
 */
@NullMarked
package net.bpsolutions.sending.verifier.lookup;

import org.jspecify.annotations.NullMarked;
