package net.bpsolutions.sending.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.gateway.parts.Settings;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a setting is said at the start, by its name. */
class GatewayConfigTest {

    @Test
    void startsWithWhatIsShipped() {
        assertThatCode(() -> Settings.validated(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.ledger.lease, 0s",
        "gateway.ledger.lease, -30s",
        "gateway.ledger.poll-interval, 1ms",
        "gateway.relay.attempt-timeout, 1d",
        "gateway.challenge.validity, -7d",
        "gateway.inbound.processing-timeout, 2m",
        "gateway.imap.poll-interval, 500ms",
        "gateway.imap.poll-interval, 11m",
        "gateway.intake.max-delay, 0s"
    })
    void namesTheSettingThatIsOutOfItsRange(String setting, String value) {
        assertThatThrownBy(() -> Settings.validated(Map.of(setting, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(setting + " must be");
    }

    /** What is negative, or nothing, or for ever must not go unnoticed. */
    @Test
    void boundsEveryDuration() {
        assertThat(durations(GatewayConfig.class)).hasSizeGreaterThan(20).allSatisfy(setting -> {
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
