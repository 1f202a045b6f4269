/** Lists that page by cursor. */
@NullMarked
package net.bpsolutions.sending.registry.paging;

import org.jspecify.annotations.NullMarked;
