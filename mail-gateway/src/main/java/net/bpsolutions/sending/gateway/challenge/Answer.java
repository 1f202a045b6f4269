package net.bpsolutions.sending.gateway.challenge;

import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.checks.MissingRecords;

/**
 * What a person is told about a redemption, on the page and by mail.
 *
 * @param title one line of ASCII
 * @param explanation a sentence or two; says nothing of the key
 */
public record Answer(String title, String explanation) {

    private static final List<String> NUMBERS =
            List.of("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");

    /** The key was too old, and a new message was sent to the mailbox that got the old one. */
    public static Answer renewed(DomainName domain) {
        return new Answer(
                "This message is too old",
                "It can no longer be used. A new message for " + domain
                        + " is on its way to the mailbox that got the old one; please forward that one.");
    }

    /**
     * In plain words.
     *
     * @param missing what is known of the domain in DNS; counts when the redemption is complete
     */
    static Answer to(Redemption redemption, DomainName domain, MissingRecords missing) {
        return switch (redemption) {
            case Redemption.Completed _ -> new Answer("Your domain is verified", done(domain, missing));
            case Redemption.AlreadyUsed _ ->
                new Answer(
                        "Your domain was verified before",
                        "This message has done its work for " + domain
                                + " already. There is nothing more to do with it.");
            case Redemption.Expired _ ->
                new Answer(
                        "This message is too old",
                        "It can no longer be used, or a newer one was sent. To get a new one for " + domain
                                + ", send a mail with the subject \"Domain verification\" from an address in that domain.");
            case Redemption.TooManyTries _ ->
                new Answer(
                        "Too many wrong keys",
                        "Too many wrong keys were tried for " + domain
                                + ". Ask for a new message: send a mail with the subject \"Domain verification\" from an"
                                + " address in that domain.");
            case Redemption.WrongKey _ ->
                new Answer(
                        "This key does not fit",
                        "We sent no message with this key for " + domain
                                + ". Please forward the newest message \"Verify your domain\" whole and unchanged.");
        };
    }

    private static String done(DomainName domain, MissingRecords missing) {
        return switch (missing) {
            case MissingRecords.Unknown _ ->
                "Thank you. We know now that " + domain
                        + " is yours. Mail leaves under your own name as soon as the DNS records are in place, too;"
                        + " your setup page shows what is still missing.";
            case MissingRecords.None _ ->
                "Done: " + domain
                        + " is yours. The DNS records are all in place; mail goes out under your name within a"
                        + " few minutes.";
            case MissingRecords.Some(int count) ->
                "Done: " + domain + " is yours. " + recordsAre(count)
                        + " still missing; the setup page says which and how.";
        };
    }

    private static String recordsAre(int count) {
        String number = count <= NUMBERS.size() ? NUMBERS.get(count - 1) : Integer.toString(count);
        return number + (count == 1 ? " DNS record is" : " DNS records are");
    }
}
