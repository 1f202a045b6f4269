/** What an operator decides about a registration that cannot go on by itself. */
@NullMarked
package net.bpsolutions.sending.registry.review;

import org.jspecify.annotations.NullMarked;
