/** Problem types and their list. */
@NullMarked
package net.bpsolutions.sending.registry.problem;

import org.jspecify.annotations.NullMarked;
