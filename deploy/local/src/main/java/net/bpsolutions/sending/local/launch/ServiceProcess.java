package net.bpsolutions.sending.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One packaged service as a child process.
 *
 * @param name as in its pid and log file
 * @param jar its {@code quarkus-run.jar}
 * @param port where it answers HTTP
 */
record ServiceProcess(String name, Path jar, int port, Map<String, String> environment, DataFolder data)
        implements Restartable {

    /**
     * A service that got the terminal's Ctrl-C along with the launcher would be gone before its turn; what ignores a
     * signal goes on ignoring it after {@code exec}.
     */
    private static final List<String> WITHOUT_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    /** Small, and quick to start: nobody waits for peak speed here. */
    private static final List<String> JVM = List.of(
            "-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    @Override
    public ProcessHandle start() {
        Path log = data.logOf(name);
        try {
            LogFile.rotate(log);
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start().toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started.", e);
        }
    }

    /** The data folder is on the command line so that a reused pid is not mistaken for this process. */
    private List<String> command() {
        List<String> command = new ArrayList<>(WITHOUT_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dsending.local.data=" + data.path());
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }
}
