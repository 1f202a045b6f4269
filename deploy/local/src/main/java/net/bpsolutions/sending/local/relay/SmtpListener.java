package net.bpsolutions.sending.local.relay;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Accepts mail from anybody for anybody, except where a script says otherwise. */
public final class SmtpListener implements AutoCloseable {

    private final SMTPServer server;

    /** Listens from now on. */
    public SmtpListener(int port, Mailbox mailbox, ScriptedReplies replies) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("relay stand-in")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(_ -> new Transaction(mailbox, replies))
                .build();
        server.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Transaction implements MessageHandler {

        private final Mailbox mailbox;
        private final ScriptedReplies replies;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Transaction(Mailbox mailbox, ScriptedReplies replies) {
            this.mailbox = mailbox;
            this.replies = replies;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            replies.checkRcpt(recipient);
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            byte[] content = data.readAllBytes();
            replies.checkData(recipients);
            return "2.0.0 kept as " + mailbox.keep(sender, recipients, content);
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
