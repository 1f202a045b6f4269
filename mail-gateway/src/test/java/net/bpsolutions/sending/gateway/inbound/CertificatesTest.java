package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bpsolutions.sending.gateway.parts.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> renewed = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void handsOutWhatTheFilesHoldAndWhatTheyHoldLater() throws IOException {
        write("first");
        Certificates certificates = new Certificates(vertx, config());
        assertThat(chain(certificates
                        .read()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()))
                .isEqualTo("first");

        certificates.watch(this::take);
        write("second");

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(renewed).containsExactly("second"));
    }

    @Test
    void triesAgainWhatTheServerCannotUse() throws IOException {
        write("first");
        Certificates certificates = new Certificates(vertx, config());
        certificates.read().toCompletionStage().toCompletableFuture().join();

        certificates.watch(this::take);
        write("unusable");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(renewed).hasSizeGreaterThan(1).containsOnly("unusable"));
        write("usable");

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(renewed).endsWith("usable"));
    }

    @Test
    void doesNotStartWithFilesThatAreNotThere() {
        Certificates certificates = new Certificates(vertx, config());

        assertThatThrownBy(() -> certificates
                        .read()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isNotNull();
    }

    @Test
    void offersNothingThatIsNotConfigured() {
        InboundTlsConfig none = Settings.of(Map.of()).inbound().tls();

        assertThat(new Certificates(vertx, none)
                        .read()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isEmpty();
    }

    private Future<Boolean> take(PemKeyCertOptions options) {
        renewed.add(chain(options));
        return chain(options).equals("unusable") ? Future.failedFuture("unusable") : Future.succeededFuture(true);
    }

    private static String chain(PemKeyCertOptions options) {
        return options.getCertValues().getFirst().toString();
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("tls.key"), "key");
        Path draft = Files.writeString(folder.resolve("draft"), content);
        Files.move(draft, folder.resolve("tls.crt"), StandardCopyOption.ATOMIC_MOVE);
    }

    private InboundTlsConfig config() {
        return Settings.of(Map.of(
                        "gateway.inbound.tls.certificate",
                                folder.resolve("tls.crt").toString(),
                        "gateway.inbound.tls.key", folder.resolve("tls.key").toString(),
                        "gateway.inbound.tls.recheck", "50ms"))
                .inbound()
                .tls();
    }
}
