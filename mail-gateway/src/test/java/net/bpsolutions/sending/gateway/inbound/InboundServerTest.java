package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.local.Ports;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class InboundServerTest {

    @Inject
    Vertx vertx;

    @Inject
    OwnMailboxes mailboxes;

    @Test
    void listensNowhereWhenSwitchedOff() throws IOException {
        int port = Ports.free();
        InboundServer server = server(port, "false");

        server.start(new StartupEvent());

        assertThat(server.port()).isZero();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
        server.stop(new ShutdownEvent());
    }

    @Test
    void listensWhenSwitchedOn() throws IOException {
        int port = Ports.free();
        InboundServer server = server(port, "true");

        server.start(new StartupEvent());

        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(client.getInputStream().readNBytes(4)).asString().isEqualTo("220 ");
        } finally {
            server.stop(new ShutdownEvent());
        }
    }

    private InboundServer server(int port, String enabled) {
        return new InboundServer(
                Settings.of(Map.of(
                        "gateway.inbound.enabled",
                        enabled,
                        "gateway.inbound.host",
                        "127.0.0.1",
                        "gateway.inbound.port",
                        Integer.toString(port))),
                vertx,
                mailboxes);
    }
}
