package net.bpsolutions.sending.verifier.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u0000\u0001\u001f\u007f", "\"\\/", "äß", "€…", "\uD83D\uDE00"})
    void knowsHowMuchRoomATextTakes(String text) throws Exception {
        assertThat(JsonText.bytes(text)).isEqualTo(JSON.writeValueAsBytes(text).length - 2);
    }

    @Property
    void neverThinksATextSmallerThanItIs(@ForAll String text) throws Exception {
        assertThat(JsonText.bytes(text)).isGreaterThanOrEqualTo(JSON.writeValueAsBytes(text).length - 2);
    }

    @Property
    void cutsToTheRoomThereIs(@ForAll String text, @ForAll @IntRange(min = 3, max = 400) int most) {
        String cut = JsonText.cut(text, most);

        assertThat(JsonText.bytes(cut)).isLessThanOrEqualTo(most);
        assertThat(cut.equals(text) || (cut.endsWith("…") && text.startsWith(cut.substring(0, cut.length() - 1))))
                .isTrue();
    }

    @Test
    void leavesNoHalfOfACharacter() {
        String smileys = "\uD83D\uDE00".repeat(2000);

        assertThat(JsonText.cut(smileys, 24)).isEqualTo("\uD83D\uDE00…");
        assertThat(Findings.cut("a" + smileys).getBytes(UTF_8)).doesNotContain('?');
    }
}
