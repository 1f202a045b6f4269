package net.bpsolutions.sending.registry.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who calls.
 *
 * @param subject who it is; unique per issuer
 * @param clinics the clinics that the token is for; empty for OMS itself and operators, who see all
 */
public record Caller(String subject, Optional<Set<String>> clinics) {

    /** Somebody without a token, where none is asked for. */
    public static final Caller NOBODY = new Caller("", Optional.of(Set.of()));

    /** Copies the clinics, so that the caller cannot change. */
    public Caller {
        clinics = clinics.map(Set::copyOf);
    }

    /** Whether what belongs to the clinic exists for this caller. */
    public boolean sees(String clinicId) {
        return clinics.map(own -> own.contains(clinicId)).orElse(true);
    }

    /** Whether all of these clinics, or all that there are when empty, exist for this caller. */
    public boolean seesAll(Optional<Set<String>> wanted) {
        return clinics.map(own -> wanted.isPresent() && own.containsAll(wanted.get()))
                .orElse(true);
    }

    /** Tells callers apart: the same subject with other clinics is another caller. */
    public String key() {
        String name = subject.length() + ":" + subject;
        return clinics.map(own -> name + new TreeSet<>(own)).orElse(name);
    }
}
