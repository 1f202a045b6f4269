package net.bpsolutions.sending.verifier.command;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.verifier.Assembly;
import net.bpsolutions.sending.verifier.VerifierConfig;
import net.bpsolutions.sending.verifier.check.CheckRequest;
import net.bpsolutions.sending.verifier.check.DomainCheck;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: looks at domains as the service does, and tells people or pipes. */
@RegisterForReflection
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks what domains publish for Blueprint OMS.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all required records are as expected",
            "1:something is wrong",
            "2:something could not be checked",
            "64:wrong usage"
        })
public final class CheckCommand implements Callable<Integer> {

    private static final int USAGE = 64;
    private static final int TOGETHER = 30;

    @Parameters(paramLabel = "DOMAIN", arity = "1..*", description = "A domain, or - for a list on standard input.")
    private List<String> arguments = new ArrayList<>();

    @Option(
            names = "--server",
            paramLabel = "ip:port",
            description = "A resolver to ask, instead of this machine's own; may be repeated.")
    private List<ServerAddress> servers = new ArrayList<>();

    @Option(
            names = "--authoritative-port",
            paramLabel = "N",
            description = "The port on which name servers are asked; 53 by default.")
    private @Nullable Integer authoritativePort;

    @Option(names = "--json", description = "One JSON object a line, in the order of the input.")
    private boolean json;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Runs the command and returns its exit status. */
    public static int run(String... args) {
        // Netty's direct memory brings warnings of the JDK with it, and a command has no use for it.
        System.setProperty("io.netty.noUnsafe", "true");
        return commandLine().execute(args);
    }

    /** Says how it is used, on standard error; returns the exit status for that. */
    public static int usage() {
        commandLine().usage(System.err);
        return USAGE;
    }

    private static CommandLine commandLine() {
        return new CommandLine(new CheckCommand())
                .registerConverter(ServerAddress.class, CheckCommand::server)
                .setExitCodeExceptionMapper(failure -> failure instanceof IllegalArgumentException ? USAGE : 2)
                .setParameterExceptionHandler((failure, args) -> refuse(failure.getMessage()))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof IllegalArgumentException) {
                        return refuse(failure.getMessage());
                    }
                    throw failure;
                });
    }

    private static ServerAddress server(String text) {
        try {
            return ServerAddress.of(text);
        } catch (IllegalArgumentException notOne) {
            throw new CommandLine.TypeConversionException(notOne.getMessage());
        }
    }

    private static int refuse(@Nullable String why) {
        System.err.println(why);
        System.err.println("Try: check --help");
        return USAGE;
    }

    @Override
    public Integer call() throws Exception {
        List<DomainName> domains = new DomainList(System.in).read(arguments);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
        try {
            return check(Assembly.check(config(), vertx, Clock.systemUTC()), domains);
        } finally {
            vertx.close();
        }
    }

    /** Checks some at a time, reports in the order of the input. */
    private int check(DomainCheck check, List<DomainName> domains) {
        Report report = json ? new JsonReport(out) : new PlainReport(out);
        ExitStatus status = new ExitStatus();
        Queue<CompletableFuture<DnsChecked>> running = new ArrayDeque<>();
        for (DomainName domain : domains) {
            running.add(check.check(request(domain)).subscribeAsCompletionStage());
            if (running.size() == TOGETHER) {
                tell(running.remove().join(), report, status);
            }
        }
        running.forEach(last -> tell(last.join(), report, status));
        return status.value();
    }

    private static void tell(DnsChecked checked, Report report, ExitStatus status) {
        report.tell(checked);
        status.count(checked);
    }

    private static CheckRequest request(DomainName domain) {
        return new CheckRequest(UUID.randomUUID(), domain, VendorRecords.of(domain));
    }

    /** The same settings and defaults as the service's; the command line comes before the environment. */
    private VerifierConfig config() {
        Map<String, String> given = new HashMap<>();
        if (!servers.isEmpty()) {
            given.put(
                    "verifier.resolvers",
                    String.join(
                            ",", servers.stream().map(ServerAddress::toString).toList()));
        }
        if (authoritativePort != null) {
            given.put("verifier.authoritative-port", String.valueOf(authoritativePort));
        }
        Map<String, String> environment = Map.of(
                "verifier.resolvers", "${DNS_SERVERS:}",
                "verifier.authoritative-port", "${DNS_AUTHORITATIVE_PORT:53}");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .withSources(new PropertiesConfigSource(given, "arguments", 500))
                .withSources(new PropertiesConfigSource(environment, "environment", 100))
                .withMapping(VerifierConfig.class)
                .build()
                .getConfigMapping(VerifierConfig.class);
    }
}
