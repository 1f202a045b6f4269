/** Conditional requests (RFC 9110 §13). */
@NullMarked
package net.bpsolutions.sending.registry.precondition;

import org.jspecify.annotations.NullMarked;
