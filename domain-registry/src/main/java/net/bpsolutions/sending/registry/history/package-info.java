/** Past transitions, and telling the world about each. */
@NullMarked
package net.bpsolutions.sending.registry.history;

import org.jspecify.annotations.NullMarked;
