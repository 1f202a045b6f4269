@NullMarked
package net.bpsolutions.sending.gateway.access;

import org.jspecify.annotations.NullMarked;
