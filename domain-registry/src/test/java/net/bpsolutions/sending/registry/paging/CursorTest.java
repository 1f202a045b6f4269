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

        assertThat(Cursor.decode(Cursor.encode("list", cursor.position()), "list", Cursor::parse))
                .contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "AAAA", "MjAyNg", "fn4", "%00"})
    void refusesWhatItDidNotGiveOut(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, "list", Cursor::parse))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor = Cursor.encode("other", new Cursor(Instant.EPOCH, UUID.randomUUID()).position());

        assertThatThrownBy(() -> Cursor.decode(cursor, "list", Cursor::parse))
                .isInstanceOf(InvalidRequestException.class);
    }

    /** PostgreSQL knows no such time: what reached it would be a fault of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void refusesATimeThatCannotBe(String time) {
        String cursor = Cursor.encode("list", time + "~" + UUID.randomUUID());

        assertThatThrownBy(() -> Cursor.decode(cursor, "list", Cursor::parse))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void beginsAtTheBeginningWithoutOne() {
        assertThat(Cursor.decode(null, "list", Cursor::parse)).isEmpty();
    }

    @Test
    void endsAListWithoutACursor() {
        assertThat(Slice.of(List.of("a", "b"), 2, "list", item -> item).nextCursor())
                .isNull();
    }

    @Test
    void goesOnAfterTheLastItemThatItShows() {
        Slice<String> slice = Slice.of(List.of("a", "b", "c"), 2, "list", item -> item);

        assertThat(slice.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(slice.nextCursor(), "list", position -> position))
                .contains("b");
    }
}
