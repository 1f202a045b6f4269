package net.bpsolutions.sending.local.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a packaged service: a jar that, once started, says that it is ready. */
final class FakeService {

    private static final Map<String, String> PORT_VARIABLES = Map.of(
            "domain-registry", "REGISTRY_HTTP_PORT",
            "dns-verifier", "VERIFIER_HTTP_PORT",
            "mail-gateway", "GATEWAY_HTTP_PORT");

    private FakeService() {}

    /** Puts a jar where each of the services would be packaged. */
    static void packageAll(Path root) throws IOException {
        for (String name : PORT_VARIABLES.keySet()) {
            Path jar = root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            try (OutputStream out = Files.newOutputStream(jar)) {
                write(out);
            }
        }
    }

    private static void write(OutputStream out) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(out, manifest);
                var bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(Objects.requireNonNull(bytes).readAllBytes());
        }
    }

    /** Which of the services it is, it knows from where its jar lies. */
    public static void main(String[] args) throws Exception {
        String jar = FakeService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        String variable = PORT_VARIABLES.entrySet().stream()
                .filter(service -> jar.contains("/" + service.getKey() + "/"))
                .findFirst()
                .orElseThrow()
                .getValue();
        int port = Integer.parseInt(System.getenv().getOrDefault(variable, "0"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
