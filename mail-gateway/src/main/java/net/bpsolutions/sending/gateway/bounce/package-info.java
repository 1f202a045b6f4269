/** What comes back: delivery status notifications (RFC 3464), free-form bounces and complaints (RFC 5965). */
@NullMarked
package net.bpsolutions.sending.gateway.bounce;

import org.jspecify.annotations.NullMarked;
