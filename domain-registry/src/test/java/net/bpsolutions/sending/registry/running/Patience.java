package net.bpsolutions.sending.registry.running;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/** How long a test waits for what has to come. Called in the class loader of the test, which has an Awaitility of its own. */
public final class Patience implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }
}
