package net.bpsolutions.sending.registry.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Tokens that nobody can guess: 192 random bits, URL-safe. */
@ApplicationScoped
class Tokens {

    private static final int BYTES = 24;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    private final SecureRandom random = new SecureRandom();

    /** Whether a text has the form of a token; what has not is not looked for. */
    static boolean couldBe(String text) {
        return SHAPE.matcher(text).matches();
    }

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
