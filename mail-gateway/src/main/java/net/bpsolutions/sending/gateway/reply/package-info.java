/** Replies that reach the fallback address although Reply-To named the clinic: passed on, none is lost. */
@NullMarked
package net.bpsolutions.sending.gateway.reply;

import org.jspecify.annotations.NullMarked;
