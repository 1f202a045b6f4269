package net.bpsolutions.sending.registry.registration;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A clinic's id as OMS gives it: visible ASCII without a slash, because it is part of record keys. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[\\x21-\\x2e\\x30-\\x7e]{1,128}") @ReportAsSingleViolation
@Target({
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface ClinicId {
    /** What is told. */
    String message() default "must be 1 to 128 visible ASCII characters without a slash";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};
}
