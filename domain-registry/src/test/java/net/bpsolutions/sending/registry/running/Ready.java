package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import org.eclipse.microprofile.config.ConfigProvider;

/** With parts that are there from the beginning, no test begins before the schema is there too. */
public final class Ready implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        WithTestResource parts = testClass.getAnnotation(WithTestResource.class);
        if (parts != null && parts.value() == Parts.class) {
            String health = ConfigProvider.getConfig().getValue("test.url", String.class) + "/q/health/ready";
            await().until(() -> get(health).statusCode() == 200);
        }
    }
}
