/** How the embedded broker is formatted and configured, and the topics it holds. */
@NullMarked
package net.bpsolutions.sending.local.kafka;

import org.jspecify.annotations.NullMarked;
