/** The domain registry: what clinics registered, and every decision about it. */
@NullMarked
package net.bpsolutions.sending.registry;

import org.jspecify.annotations.NullMarked;
