package net.bpsolutions.sending.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a setting is said at the start, by its name. */
class RegistryConfigTest {

    @Test
    void startsWithWhatIsShipped() {
        assertThatCode(() -> Settings.validated()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "registry.doubt.failures, 2",
        "registry.doubt.grace, 0s",
        "registry.doubt.spacing, -30m",
        "registry.schedule.verified, 30d",
        "registry.schedule.jitter, 2",
        "registry.retention.moves, 0s",
        "registry.outbox.poll, 0s",
        "registry.idempotency.lease, 1h",
        "registry.webhooks.timeout, 10m"
    })
    void namesTheSettingThatIsOutOfItsRange(String setting, String value) {
        assertThatThrownBy(() -> Settings.validated(setting, value))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(setting + " must be");
    }

    /** What is negative, or nothing, or for ever must not go unnoticed. */
    @Test
    void boundsEveryDuration() {
        assertThat(durations(RegistryConfig.class)).hasSizeGreaterThan(20).allSatisfy(setting -> {
            assertThat(setting.type().getAnnotation(DurationMin.class))
                    .describedAs(setting.name())
                    .isNotNull();
            assertThat(setting.type().getAnnotation(DurationMax.class))
                    .describedAs(setting.name())
                    .isNotNull();
        });
    }

    /** @param type what says the bounds: that of the setting itself, or of what its list holds */
    private record Setting(String name, AnnotatedElement type) {}

    private static List<Setting> durations(Class<?> group) {
        return Arrays.stream(group.getMethods())
                .flatMap(setting -> {
                    if (setting.getReturnType() == Duration.class) {
                        return Stream.of(new Setting(setting.toString(), setting));
                    }
                    if (setting.getAnnotatedReturnType() instanceof AnnotatedParameterizedType of
                            && of.getAnnotatedActualTypeArguments()[0].getType() == Duration.class) {
                        return Stream.of(new Setting(setting.toString(), of.getAnnotatedActualTypeArguments()[0]));
                    }
                    return setting.getReturnType().isInterface()
                                    && setting.getReturnType().getName().startsWith("net.bpsolutions.")
                            ? durations(setting.getReturnType()).stream()
                            : Stream.empty();
                })
                .toList();
    }
}
