/** Mails to the contact of a domain when a person is needed: once per transition, a few reminders while it is pending. */
@NullMarked
package net.bpsolutions.sending.registry.notice;

import org.jspecify.annotations.NullMarked;
