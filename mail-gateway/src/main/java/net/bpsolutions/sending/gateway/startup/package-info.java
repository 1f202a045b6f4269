/** What must have happened before any work begins, and the health that tells. */
@NullMarked
package net.bpsolutions.sending.gateway.startup;

import org.jspecify.annotations.NullMarked;
