/** The life of a registration as pure decisions over facts (design §4). */
@NullMarked
package net.bpsolutions.sending.registry.lifecycle;

import org.jspecify.annotations.NullMarked;
