/** Where webhooks may go, how they are signed, and what a difficult receiver can do. */
@NullMarked
package net.bpsolutions.sending.registry.webhook;

import org.jspecify.annotations.NullMarked;
