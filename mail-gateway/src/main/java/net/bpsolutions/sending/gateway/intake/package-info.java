/** Send requests and cancellations as producers wrote them, read and checked. */
@NullMarked
package net.bpsolutions.sending.gateway.intake;

import org.jspecify.annotations.NullMarked;
