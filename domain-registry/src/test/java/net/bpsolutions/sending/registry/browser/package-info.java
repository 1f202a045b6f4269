/** Pages as people see them: in a real browser. */
@NullMarked
package net.bpsolutions.sending.registry.browser;

import org.jspecify.annotations.NullMarked;
