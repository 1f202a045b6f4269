/** Hurts every part while mail flows, writes down what happened, and judges it. */
@NullMarked
package net.bpsolutions.sending.faults;

import org.jspecify.annotations.NullMarked;
