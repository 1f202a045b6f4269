package net.bpsolutions.sending.registry.precondition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Strong entity tags (RFC 9110 §8.8.3): a digest of the representation itself, so that no change of any field can be
 * forgotten in it, whether it comes from an event, an operator or another configuration.
 */
@ApplicationScoped
public class EntityTags {

    private static final int OCTETS = 15;

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    /** The tag of a representation, with its quotes. */
    public String of(Tagged representation) {
        return tag(octets(representation));
    }

    /** The representation as it is sent, in JSON. */
    byte[] octets(Tagged representation) {
        try {
            return json.writeValueAsBytes(representation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a representation cannot be written", e);
        }
    }

    /** The tag of a representation as it is sent. */
    static String tag(byte[] octets) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, OCTETS)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java platform without SHA-256", e);
        }
    }
}
