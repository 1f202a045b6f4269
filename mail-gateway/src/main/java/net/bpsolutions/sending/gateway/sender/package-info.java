/** Under which name a mail leaves. */
@NullMarked
package net.bpsolutions.sending.gateway.sender;

import org.jspecify.annotations.NullMarked;
