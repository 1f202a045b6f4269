package net.bpsolutions.sending.gateway.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a part that is declared to be no text really is: told by its first octets, then by its name. Archives stay closed. */
enum AttachedFile {
    /** A mail, whatever it is declared to be. */
    MAIL,
    /** A mail within a signature (RFC 8551 §3.5.2). */
    SIGNED_MAIL,
    TEXT,
    HTML,
    /** winmail.dat (TNEF) or an Outlook item: not opened, but told apart. */
    OUTLOOK,
    /** Anything else. */
    OTHER;

    /** Octets that are enough to tell. */
    static final int SAMPLE = 4096;

    /** The signature 0x223e9f78 (MS-OXTNEF §2.1.3.1). */
    private static final String TNEF = "x\u009f>\"";

    private static final Pattern MAIL_HEADER = Pattern.compile(
            "\\A(?:\\xef\\xbb\\xbf)?(?:From \\S[^\\n]{0,200}\\n)?(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\\n]{0,2000}\\r?\\n(?:[ \\t][^\\n]{0,2000}\\n){0,50}+){2}");
    private static final Pattern MAIL_FIELD = Pattern.compile(
            "^(?:received|return-path|mime-version|message-id|from|subject|delivered-to):",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern OUTLOOK_NAME = Pattern.compile("winmail\\.dat|\\.msg(?![a-z0-9.])");
    private static final Pattern HTML_NAME = Pattern.compile("\\.html?(?![a-z0-9.])");
    private static final Pattern TEXT_NAME = Pattern.compile("\\.(?:txt|text|url|webloc)(?![a-z0-9.])");

    /**
     * Tells.
     *
     * @param type the declared media type, in lower case
     * @param fields what else the part's header declares, names of files above all
     * @param start its first octets, up to {@link #SAMPLE}
     */
    static AttachedFile of(String type, String fields, byte[] start) {
        String octets = new String(start, StandardCharsets.ISO_8859_1);
        String names = fields.toLowerCase(Locale.ROOT);
        if (type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-outlook")
                || octets.startsWith(TNEF)
                || OUTLOOK_NAME.matcher(names).find()) {
            return OUTLOOK;
        }
        if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
            return SIGNED_MAIL;
        }
        if (type.startsWith("message/") || isMail(octets)) {
            return MAIL;
        }
        if (HTML_NAME.matcher(names).find()) {
            return HTML;
        }
        return TEXT_NAME.matcher(names).find() ? TEXT : OTHER;
    }

    private static boolean isMail(String octets) {
        return MAIL_HEADER.matcher(octets).lookingAt()
                && MAIL_FIELD.matcher(octets).find();
    }
}
