/** Secrets at rest. */
@NullMarked
package net.bpsolutions.sending.registry.seal;

import org.jspecify.annotations.NullMarked;
