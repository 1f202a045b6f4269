package net.bpsolutions.sending.gateway.authentication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/** DKIM (RFC 6376) by jDKIM, restricted to strong keys. */
final class Dkim {

    /** Questions to DNS about the signatures of one mail. */
    private static final int MAX_SIGNATURES = 5;

    private final Dns dns;

    Dkim(Dns dns) {
        this.dns = dns;
    }

    /** @param domain the signing domain */
    record Signature(Verdict verdict, String domain) {}

    List<Signature> check(byte[] mail) {
        int[] questions = {0};
        StrongKeys verifier = new StrongKeys((method, selector, domain) -> {
            if (++questions[0] > MAX_SIGNATURES) {
                throw new PermFailException("too many signatures");
            }
            return keys(selector + "._domainkey." + domain);
        });
        try {
            verifier.verify(new ByteArrayInputStream(mail));
        } catch (FailException noneOfThemPassed) {
            // The results say it one by one.
        } catch (IOException | RuntimeException e) {
            // What strangers write breaks parsers; a signature that cannot be read does not pass.
            return List.of();
        }
        return verifier.getResults().stream()
                .filter(result -> result.getRecord() != null)
                .map(result -> new Signature(
                        verdict(result), Names.of(result.getRecord().getDToken())))
                .toList();
    }

    private List<String> keys(String name) throws TempFailException {
        return switch (dns.lookup(name, Dns.Type.TXT)) {
            case Lookup.Answer(var values) -> values;
            case Lookup.Nothing() -> List.of();
            case Lookup.Unavailable() -> throw new TempFailException("not known");
        };
    }

    private static Verdict verdict(Result result) {
        return switch (result.getResultType()) {
            case PASS -> Verdict.PASS;
            case FAIL -> Verdict.FAIL;
            case NONE -> Verdict.NONE;
            case PERMERROR -> Verdict.PERMERROR;
            case TEMPERROR -> Verdict.TEMPERROR;
            case NEUTRAL -> Verdict.NEUTRAL;
            case POLICY -> Verdict.FAIL;
            default -> Verdict.PERMERROR;
        };
    }
}
