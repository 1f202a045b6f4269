@NullMarked
package net.bpsolutions.sending.gateway.problem;

import org.jspecify.annotations.NullMarked;
