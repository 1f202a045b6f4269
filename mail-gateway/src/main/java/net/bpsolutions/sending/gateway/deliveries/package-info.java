/** What became of requests, and who gets no mail, over REST. */
@NullMarked
package net.bpsolutions.sending.gateway.deliveries;

import org.jspecify.annotations.NullMarked;
