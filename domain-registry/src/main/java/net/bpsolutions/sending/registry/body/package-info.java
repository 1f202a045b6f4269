/** Bodies of requests, read no further than they may be long. */
@NullMarked
package net.bpsolutions.sending.registry.body;

import org.jspecify.annotations.NullMarked;
