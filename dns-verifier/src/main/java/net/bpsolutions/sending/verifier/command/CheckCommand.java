package net.bpsolutions.sending.verifier.command;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.Assembly;
import net.bpsolutions.sending.verifier.VerifierConfig;
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
        name = "dns-verifier check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "Usage: dns-verifier check [--server IP[:PORT]]... [--json] DOMAIN... | -",
        header = "Says whether a clinic's domain is ready to send mail through Blueprint OMS.",
        synopsisHeading = "%n",
        description = {
            "%nLooks up the records that the clinic publishes in DNS (two DKIM records, DMARC, and SPF as advice), names"
                    + " what is wrong with them, and gives the value to paste. Nothing is changed anywhere.%n"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:all required records are as expected",
            " 1:something is wrong (whatever else happened)",
            " 2:something could not be checked, a line that is no domain included",
            "64:wrong usage; nothing was checked"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dns-verifier check myclinic.com",
            "  dns-verifier check myclinic.com --server 9.9.9.9     ask this resolver",
            "  dns-verifier check - < domains.txt                   one domain a line",
            "  dns-verifier check --json - < domains.txt > out.jsonl",
            "",
            "Lines of a list that are empty or begin with # are passed over. Colour is used",
            "on a terminal, unless NO_COLOR is set. DNS_SERVERS=ip:port,... in the",
            "environment is the same as --server.",
        })
public final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DOMAIN", arity = "0..*", description = "Domains, or - for a list on standard input.")
    private List<String> arguments = new ArrayList<>();

    @Option(
            names = "--server",
            paramLabel = "IP[:PORT]",
            split = ",",
            converter = Servers.class,
            description = "A resolver to ask instead of this machine's own; may be repeated. IPv6: [2620:fe::fe]:53.")
    private List<ServerAddress> servers = new ArrayList<>();

    @Option(
            names = "--authoritative-port",
            paramLabel = "N",
            converter = Port.class,
            description = "The port on which the domain's own name servers are asked: 53, but in tests.")
    private @Nullable Integer authoritativePort;

    @Option(names = "--json", description = "One JSON object a line (DnsChecked), in the order of the input.")
    private boolean json;

    /** Runs the command and returns its exit status. */
    public static int run(String... args) {
        // Netty's direct memory brings warnings of the JDK with it, and a command has no use for it.
        System.setProperty("io.netty.noUnsafe", "true");
        // What libraries log is for the service's operators; the report says what matters.
        Logger.getLogger("").setLevel(Level.OFF);
        return commandLine().execute(args);
    }

    /** Says how it is used; returns the exit status for that. */
    public static int usage(String... args) {
        return switch (args[0]) {
            case "--help", "-h", "help" -> run("--help");
            case "--version", "-V", "version" -> run("--version");
            default ->
                Usage.refuse("'" + Harmless.text(args[0]) + "' is not a command. To check a domain: dns-verifier check "
                        + (Typed.read(args[0]) instanceof Entry.Domain(var name) ? name : "DOMAIN"));
        };
    }

    private static CommandLine commandLine() {
        return new CommandLine(new CheckCommand())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((failure, args) -> Usage.refuse(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof IllegalArgumentException) {
                        return Usage.refuse(String.valueOf(failure.getMessage()));
                    }
                    throw failure;
                });
    }

    @Override
    public Integer call() throws Exception {
        Optional<String> refused = refusal();
        if (refused.isPresent()) {
            return Usage.refuse(refused.get());
        }
        VerifierConfig config = Settings.of(servers, authoritativePort);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
        try {
            return run(Assembly.check(config, vertx, Clock.systemUTC()));
        } catch (IllegalStateException noResolver) {
            System.err.println(noResolver.getMessage() + ", or use --server.");
            return 2;
        } finally {
            vertx.close();
        }
    }

    private int run(DomainCheck check) throws InterruptedException {
        Checks checks = new Checks(check);
        checks.start(new Entries(arguments, System.in));
        Report report = json
                ? new JsonReport()
                : new PlainReport(Terminal.ours(() -> commandLine().getUsageHelpWidth()));
        return new Reporting(report).of(checks);
    }

    /** What was typed is looked through before anything is asked. */
    private Optional<String> refusal() {
        return arguments.isEmpty()
                ? Optional.of("Which domain? Name one, such as myclinic.com, or - for a list on standard input.")
                : arguments.stream()
                        .filter(argument -> !argument.equals("-"))
                        .map(Typed::read)
                        .flatMap(entry ->
                                entry instanceof Entry.Refused(String why) ? Stream.of(why) : Stream.<String>empty())
                        .findFirst();
    }
}
