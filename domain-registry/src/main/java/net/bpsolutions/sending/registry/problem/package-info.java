/** Every refusal and failure of the API as a problem (RFC 9457). */
@NullMarked
package net.bpsolutions.sending.registry.problem;

import org.jspecify.annotations.NullMarked;
