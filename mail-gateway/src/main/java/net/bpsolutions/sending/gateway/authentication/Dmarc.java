package net.bpsolutions.sending.gateway.authentication;

import java.util.List;
import java.util.Optional;

/** DMARC (RFC 9989): whether what passed belongs to the domain that the reader sees. */
final class Dmarc {

    private final Dns dns;

    Dmarc(Dns dns) {
        this.dns = dns;
    }

    /**
     * What came of it.
     *
     * @param aligned an SPF or DKIM pass is of the author's domain or of its organizational domain, DMARC record or not
     */
    record Result(Verdict verdict, boolean aligned) {}

    Result check(String authorDomain, Spf.Result spf, List<Dkim.Signature> signatures) {
        TreeWalk walk = TreeWalk.from(authorDomain, dns);
        Optional<DmarcRecord> policy = walk.policy();
        boolean strictSpf = policy.map(DmarcRecord::strictSpf).orElse(false);
        boolean strictDkim = policy.map(DmarcRecord::strictDkim).orElse(false);
        boolean aligned = (spf.verdict() == Verdict.PASS && aligned(walk, spf.domain(), strictSpf))
                || signatures.stream()
                        .filter(signature -> signature.verdict() == Verdict.PASS)
                        .anyMatch(signature -> aligned(walk, signature.domain(), strictDkim));
        if (policy.isEmpty()) {
            return new Result(walk.unknown() ? Verdict.TEMPERROR : Verdict.NONE, aligned);
        }
        return new Result(aligned ? Verdict.PASS : failure(spf, signatures), aligned);
    }

    private boolean aligned(TreeWalk author, String identity, boolean strict) {
        if (identity.equals(author.start())) {
            return true;
        }
        if (strict || author.unknown() || !related(author.start(), identity)) {
            return false;
        }
        TreeWalk other = TreeWalk.from(identity, dns);
        return !other.unknown() && other.organizationalDomain().equals(author.organizationalDomain());
    }

    /** Names of one organization end alike; what does not needs no questions. */
    private static boolean related(String one, String other) {
        String top = one.substring(one.lastIndexOf('.') + 1);
        return other.endsWith("." + top);
    }

    /** While something is not known it cannot be said to have failed. */
    private static Verdict failure(Spf.Result spf, List<Dkim.Signature> signatures) {
        boolean unknown = spf.verdict() == Verdict.TEMPERROR
                || signatures.stream().anyMatch(signature -> signature.verdict() == Verdict.TEMPERROR);
        return unknown ? Verdict.TEMPERROR : Verdict.FAIL;
    }
}
