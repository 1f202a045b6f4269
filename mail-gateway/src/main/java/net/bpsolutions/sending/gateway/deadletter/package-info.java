/** Where records go that nobody can read. */
@NullMarked
package net.bpsolutions.sending.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
