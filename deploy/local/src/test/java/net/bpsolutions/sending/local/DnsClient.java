package net.bpsolutions.sending.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks one server over a real socket. */
record DnsClient(InetSocketAddress server) {

    Message ask(String name, int type) throws IOException {
        return resolver().send(query(name, type));
    }

    SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofSeconds(2));
        return resolver;
    }

    static Message query(String name, int type) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN));
    }

    /** The records of a section as "TYPE rdata". */
    static List<String> texts(Message message, int section) {
        return message.getSection(section).stream()
                .map(rr -> Type.string(rr.getType()) + " " + rr.rdataToString())
                .toList();
    }
}
