/**
 * The contract between the services: what is said on each topic, and nothing else.
 *
 * <p>Records are immutable and changed additively only; unknown fields are ignored by every reader. The golden files among
 * the test resources are the published form.
 */
@NullMarked
package net.bpsolutions.sending.events;

import org.jspecify.annotations.NullMarked;
