package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.local.Ports;

/** The launcher as a process of its own, with stand-ins for the services, on free ports. */
final class LaunchedSystem implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "REGISTRY_HTTP_PORT",
            "VERIFIER_HTTP_PORT",
            "GATEWAY_HTTP_PORT",
            "INBOUND_SMTP_PORT",
            "POSTGRES_PORT",
            "KAFKA_PORT",
            "DNS_PORT",
            "RELAY_PORT",
            "MAILBOX_HTTP_PORT");

    final Path data;
    final Process launcher;
    private final Path output;

    private LaunchedSystem(Path data, Process launcher, Path output) {
        this.data = data;
        this.launcher = launcher;
        this.output = output;
    }

    static Map<String, String> freePorts() {
        Map<String, String> ports = new HashMap<>();
        PORTS.forEach(variable -> ports.put(variable, Integer.toString(Ports.free())));
        return ports;
    }

    static LaunchedSystem start(Path root, Map<String, String> variables) throws IOException {
        Files.createDirectories(root.resolve("deploy/local/zones"));
        FakeService.packageAll(root);
        Path data = Path.of(
                variables.getOrDefault("LOCAL_DATA", root.resolve("some data").toString()));
        Path output = Files.createTempFile(root, "launcher", ".out");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaunchedSystem.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LOCAL_DATA", data.toString());
        builder.environment().putAll(variables);
        return new LaunchedSystem(data, builder.start(), output);
    }

    /** The process of the launcher; the folder of the project is the only argument. */
    public static void main(String[] args) {
        try {
            System.exit(Launcher.run(System.getenv(), Path.of(args[0])));
        } catch (CannotStartException e) {
            System.out.println(e.sentence());
            System.exit(2);
        }
    }

    boolean isReady() {
        return Files.exists(data.resolve("ready")) && output().endsWith("\nready\n");
    }

    long pid(String name) {
        try {
            return Long.parseLong(
                    Files.readString(data.resolve("pids").resolve(name)).strip());
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }

    /** Every process that pid files name. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String name : List.of("launcher", "postgresql", "domain-registry", "dns-verifier", "mail-gateway")) {
            ProcessHandle.of(pid(name)).ifPresent(processes::add);
        }
        return processes;
    }

    boolean hasEnded() {
        return !Files.exists(data.resolve("ready")) && processes().isEmpty();
    }

    int exitStatus() throws InterruptedException {
        return launcher.waitFor(60, TimeUnit.SECONDS) ? launcher.exitValue() : -1;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
