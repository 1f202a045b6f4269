import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.verifier.Assembly;
import net.bpsolutions.sending.verifier.VerifierConfig;
import net.bpsolutions.sending.verifier.check.CheckRequest;
import net.bpsolutions.sending.verifier.check.DomainCheck;

/**
 * The verifier's look-ups without Kafka. Reads "FILE" lines on standard input and checks that file's domains as fast as
 * the configured number in flight allows; answers with "domains seconds wrong".
 */
final class LookUps {

    public static void main(String[] args) throws Exception {
        VerifierConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .withMapping(VerifierConfig.class)
                .build()
                .getConfigMapping(VerifierConfig.class);
        DomainCheck check = Assembly.check(config, Vertx.vertx(), Clock.systemUTC());
        System.out.println("ready");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String path = in.readLine(); path != null; path = in.readLine()) {
                run(check, Verdicts.read(path), config.inFlight());
            }
        }
        System.exit(0);
    }

    private static void run(DomainCheck check, Verdicts expected, int inFlight) {
        List<CheckRequest> requests = expected.states().keySet().stream()
                .map(domain -> new CheckRequest(
                        UUID.randomUUID(), new DomainName(domain), Requests.expected(domain), true))
                .toList();
        AtomicInteger wrong = new AtomicInteger();
        long start = System.nanoTime();
        Multi.createFrom()
                .iterable(requests)
                .onItem()
                .transformToUni(check::check)
                .merge(inFlight)
                .invoke(checked -> {
                    if (!expected.matches(checked.domain().value(), states(checked))) {
                        wrong.incrementAndGet();
                    }
                })
                .collect()
                .last()
                .await()
                .indefinitely();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(requests.size() + " " + seconds + " " + wrong.get());
    }

    private static String states(DnsChecked checked) {
        return checked.records().stream().map(record -> record.state().name()).collect(Collectors.joining(","));
    }
}
