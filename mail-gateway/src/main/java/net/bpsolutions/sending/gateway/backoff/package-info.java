/** How long to wait before something is tried again. */
@NullMarked
package net.bpsolutions.sending.gateway.backoff;

import org.jspecify.annotations.NullMarked;
