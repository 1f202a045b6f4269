/** What pages for clinics have in common. */
@NullMarked
package net.bpsolutions.sending.registry.page;

import org.jspecify.annotations.NullMarked;
