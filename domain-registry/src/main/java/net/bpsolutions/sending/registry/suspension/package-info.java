/** An operator's hold on a registration. */
@NullMarked
package net.bpsolutions.sending.registry.suspension;

import org.jspecify.annotations.NullMarked;
