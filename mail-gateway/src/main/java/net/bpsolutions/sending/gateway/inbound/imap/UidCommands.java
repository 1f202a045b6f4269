package net.bpsolutions.sending.gateway.inbound.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * The commands of RFC 9051 §6.4.9: by UID, because with several readers the number of a mail may change at any time. The
 * library has them for single uses only.
 */
final class UidCommands {

    private final IMAPFolder folder;

    UidCommands(IMAPFolder folder) {
        this.folder = folder;
    }

    /** What is neither read nor deleted. */
    List<Long> unread() throws MessagingException {
        List<Long> uids = new ArrayList<>();
        for (Response response : responses("SEARCH UNSEEN UNDELETED", null)) {
            if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid > 0; uid = found.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids;
    }

    /** The octets up to {@code limit}, without marking the mail as read; empty when it is gone. */
    Optional<byte[]> content(long uid, int limit) throws MessagingException {
        for (Response response : responses("FETCH " + uid + " (BODY.PEEK[]<0." + limit + ">)", null)) {
            BODY body = response instanceof FetchResponse fetched ? fetched.getItem(BODY.class) : null;
            if (body != null && body.getByteArray() != null) {
                return Optional.of(body.getByteArray().getNewBytes());
            }
        }
        return Optional.empty();
    }

    void flag(long uid, String flags) throws MessagingException {
        responses("STORE " + uid + " +FLAGS.SILENT (" + flags + ")", null);
    }

    void expunge(long uid) throws MessagingException {
        responses("EXPUNGE " + uid, null);
    }

    /** @param command MOVE or COPY */
    void to(String command, long uid, String target) throws MessagingException {
        responses(command + " " + uid, new Argument().writeString(BASE64MailboxEncoder.encode(target)));
    }

    private List<Response> responses(String command, @Nullable Argument argument) throws MessagingException {
        List<Response> all = new ArrayList<>();
        folder.doCommand(connection -> {
            Response[] responses = connection.command("UID " + command, argument);
            connection.notifyResponseHandlers(responses);
            connection.handleResult(responses[responses.length - 1]);
            all.addAll(List.of(responses));
            return true;
        });
        return all;
    }
}
