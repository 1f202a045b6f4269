/** What a finding means and how to fix it, in plain words. */
@NullMarked
package net.bpsolutions.sending.registry.words;

import org.jspecify.annotations.NullMarked;
