/** Keeps the records, the golden files and the AsyncAPI document true to each other. */
@NullMarked
package net.bpsolutions.sending.events;

import org.jspecify.annotations.NullMarked;
