/** The charts, rendered by Helm itself and compared with what the services read. */
@NullMarked
package net.bpsolutions.sending.helm;

import org.jspecify.annotations.NullMarked;
