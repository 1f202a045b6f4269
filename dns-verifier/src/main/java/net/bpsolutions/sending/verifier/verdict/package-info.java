/**
 * How a judge words what it found.
 */
@NullMarked
package net.bpsolutions.sending.verifier.verdict;

import org.jspecify.annotations.NullMarked;
