/**
 * The second tier: every authoritative server asked, everything in the reply seen.
 */
@NullMarked
package net.bpsolutions.sending.verifier.examination;

import org.jspecify.annotations.NullMarked;
