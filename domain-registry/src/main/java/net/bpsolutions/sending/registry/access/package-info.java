/** Who calls, and whose things the caller may see. */
@NullMarked
package net.bpsolutions.sending.registry.access;

import org.jspecify.annotations.NullMarked;
