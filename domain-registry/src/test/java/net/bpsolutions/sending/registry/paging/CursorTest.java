package net.bpsolutions.sending.registry.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWentOut() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-23T09:00:00.123456Z"), UUID.randomUUID());

        assertThat(Cursor.decode(Cursor.encode(cursor.position()), Cursor::parse))
                .contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "AAAA", "MjAyNg", "fn4", "%00"})
    void refusesWhatItDidNotGiveOut(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, Cursor::parse)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void beginsAtTheBeginningWithoutOne() {
        assertThat(Cursor.decode(null, Cursor::parse)).isEmpty();
    }

    @Test
    void endsAListWithoutACursor() {
        assertThat(Slice.of(List.of("a", "b"), 2, item -> item).nextCursor()).isNull();
    }

    @Test
    void goesOnAfterTheLastItemThatItShows() {
        Slice<String> slice = Slice.of(List.of("a", "b", "c"), 2, item -> item);

        assertThat(slice.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(slice.nextCursor(), position -> position)).contains("b");
    }
}
