/** Publishing every sender-status once more, for a topic or a reader that lost them. */
@NullMarked
package net.bpsolutions.sending.registry.republication;

import org.jspecify.annotations.NullMarked;
