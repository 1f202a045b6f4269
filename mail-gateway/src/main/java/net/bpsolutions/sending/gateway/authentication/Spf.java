package net.bpsolutions.sending.gateway.authentication;

import org.apache.james.jspf.executor.SPFResult;
import org.apache.james.jspf.impl.SPF;

/** SPF (RFC 7208) by jSPF, within limits of ours. */
final class Spf {

    private final Dns dns;

    Spf(Dns dns) {
        this.dns = dns;
    }

    /**
     * The identity MAIL FROM, or HELO for the null sender (RFC 7208 §2.4).
     *
     * @param domain the domain that was checked; empty when there was none
     */
    record Result(Verdict verdict, String domain) {}

    Result check(Origin origin) {
        if (origin.clientAddress().isEmpty()) {
            return new Result(Verdict.NONE, "");
        }
        String sender = origin.envelopeSender();
        String domain = sender.isEmpty() ? origin.helo() : sender.substring(sender.lastIndexOf('@') + 1);
        if (!domain.contains(".") || domain.startsWith("[")) {
            return new Result(Verdict.NONE, "");
        }
        LimitedDns limited = new LimitedDns(dns);
        SPFResult result = new SPF(limited).checkSPF(origin.clientAddress(), sender, origin.helo());
        Verdict verdict = Verdict.of(result.getResult()).orElse(Verdict.PERMERROR);
        return new Result(limited.exceeded() ? Verdict.PERMERROR : verdict, Names.of(domain));
    }
}
