package net.bpsolutions.sending.gateway.inbound.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.authentication.TrustedResults;
import net.bpsolutions.sending.gateway.authentication.Verdict;
import net.bpsolutions.sending.gateway.inbound.imap.HeaderFields.HeaderField;

/**
 * What the server of the mailbox found out about a mail (RFC 8601). It is believed under the configured name only, and only
 * at the top: those below the next Received came with the mail.
 *
 * @param results the resinfos as plain tokens, in lower case
 */
record AuthenticationResults(List<String> results) implements TrustedResults {

    private static final String FIELD = "authentication-results";
    private static final Pattern METHOD = Pattern.compile("\\s*(spf|dkim|dmarc)\\s*(?:/\\s*1\\s*)?=\\s*([a-z]+)\\b.*");

    AuthenticationResults {
        results = List.copyOf(results);
    }

    /** @param authservId whom to believe; empty for nobody */
    static AuthenticationResults of(HeaderFields header, String authservId) {
        List<String> results = new ArrayList<>();
        boolean begun = false;
        for (HeaderField field : header.fields()) {
            if (begun && field.name().equals("received")) {
                break;
            }
            String[] parts =
                    PlainTokens.of(field.value()).toLowerCase(Locale.ROOT).split(";", -1);
            if (!authservId.isEmpty() && field.name().equals(FIELD) && isBy(parts[0], authservId)) {
                begun = true;
                results.addAll(List.of(parts).subList(1, parts.length));
            }
        }
        return new AuthenticationResults(results);
    }

    /** The id may be followed by a version. */
    private static boolean isBy(String start, String authservId) {
        String[] words = start.strip().split("\\s+", 2);
        return words[0].equals(authservId.toLowerCase(Locale.ROOT));
    }

    @Override
    public Authentication about(DomainName author) {
        Verdict spf = Verdict.NONE;
        String spfDomain = "";
        Verdict dmarc = Verdict.NONE;
        boolean aligned = false;
        List<Authentication.Signature> signatures = new ArrayList<>();
        for (String result : results) {
            Matcher method = METHOD.matcher(result);
            if (method.matches()) {
                Verdict verdict = Verdict.of(method.group(2)).orElse(Verdict.NONE);
                String domain = domain(result, method.group(1));
                aligned |= verdict == Verdict.PASS && isAligned(domain, author.value());
                switch (method.group(1)) {
                    case "spf" -> {
                        spf = verdict;
                        spfDomain = domain;
                    }
                    case "dkim" -> signatures.add(new Authentication.Signature(verdict, domain));
                    default -> dmarc = verdict;
                }
            }
        }
        return results.isEmpty()
                ? Authentication.UNKNOWN
                : new Authentication(spf, spfDomain, signatures, dmarc, aligned);
    }

    /** Of an address the domain only: the results are kept as evidence. */
    private static String domain(String result, String method) {
        String property = switch (method) {
            case "spf" -> "smtp\\.mailfrom";
            case "dkim" -> "header\\.(?:d|i)";
            default -> "header\\.from";
        };
        Matcher value = Pattern.compile(property + "\\s*=\\s*(?:[^\\s@]*@)?([a-z0-9.-]{1,253})")
                .matcher(result);
        return value.find() ? value.group(1) : "";
    }

    /** Relaxed, without asking for the organizational domain: the same, or one above the author's. */
    private static boolean isAligned(String domain, String author) {
        return domain.contains(".") && (author.equals(domain) || author.endsWith("." + domain));
    }
}
