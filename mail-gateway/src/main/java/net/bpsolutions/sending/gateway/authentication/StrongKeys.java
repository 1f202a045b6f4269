package net.bpsolutions.sending.gateway.authentication;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;

/**
 * jDKIM with what it lacks: no rsa-sha1 and no keys below 1024 bits (RFC 8301), no signature over a part of the body only
 * (RFC 6376 §8.2), no keys that are tried out, and none larger than a stranger may make us compute with.
 */
final class StrongKeys extends DKIMVerifier {

    private static final int MIN_BITS = 1024;
    private static final int MAX_BITS = 4096;

    StrongKeys(PublicKeyRecordRetriever retriever) {
        super(retriever);
    }

    @Override
    public SignatureRecord newSignatureRecord(String record) {
        return new SignatureRecordImpl(record) {
            @Override
            public void validate() {
                super.validate();
                refuseUnless("sha256".contentEquals(getHashMethod()), "hash");
                refuseUnless(getBodyHashLimit() < 0, "partial body");
            }
        };
    }

    @Override
    protected PublicKeyRecord newPublicKeyRecord(String record) {
        return new PublicKeyRecordImpl(record) {
            @Override
            public void validate() {
                super.validate();
                PublicKey key = getPublicKey();
                refuseUnless(
                        !(key instanceof RSAPublicKey rsa)
                                || (rsa.getModulus().bitLength() >= MIN_BITS
                                        && rsa.getModulus().bitLength() <= MAX_BITS),
                        "key length");
                // RFC 6376 §3.6.1: as if the mail were not signed.
                refuseUnless(!isTesting(), "testing");
            }
        };
    }

    /** jDKIM takes this exception for "this one does not count". */
    private static void refuseUnless(boolean acceptable, String what) {
        if (!acceptable) {
            throw new IllegalStateException(what);
        }
    }
}
