package net.bpsolutions.sending.registry.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * This call names neither a registration nor a clinic in its address, and itself keeps the caller to its clinics. Without
 * it such a call is closed to callers whose token is for some clinics only.
 */
@Documented
@Target(METHOD)
@Retention(RUNTIME)
public @interface NarrowsItself {}
