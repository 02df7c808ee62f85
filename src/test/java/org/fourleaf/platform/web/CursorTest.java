package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_comes_back_as_it_went_out() {
        Instant moment = Instant.parse("2026-03-02T09:15:00.123456Z");
        UUID id = Ids.next();
        Cursor back = Objects.requireNonNull(
                Cursor.decode(Cursor.of(moment, id, "Ąžuolas 小", 7L).encoded(), 4));

        assertThat(back.instant(0)).isEqualTo(moment);
        assertThat(back.id(1)).isEqualTo(id);
        assertThat(back.text(2)).isEqualTo("Ąžuolas 小");
        assertThat(back.number(3)).isEqualTo(7);
    }

    @Test
    void without_a_cursor_the_list_starts_at_its_start() {
        assertThat(Cursor.decode(null, 2)).isNull();
        assertThat(Cursor.decode("", 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AAAA", "Zm9v", "'; drop table ticket; --"})
    void a_cursor_that_no_list_gave_is_malformed(String forged) {
        assertThatThrownBy(() -> Cursor.decode(forged, 2)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_cursor_of_another_list_is_malformed() {
        Cursor other = Objects.requireNonNull(Cursor.decode(Cursor.of("a", "b").encoded(), 2));
        assertThatThrownBy(() -> other.id(1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> other.instant(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> other.number(0)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_page_knows_whether_another_follows() {
        Slice two = Slice.first(2);
        assertThat(two.page(List.of("a", "b"), Cursor::of).next()).isNull();

        Page<String> page = two.page(List.of("a", "b", "c"), Cursor::of);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo(Cursor.of("b").encoded());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void a_limit_out_of_range_is_refused(int limit) {
        assertThatThrownBy(() -> Slice.first(limit)).isInstanceOf(Refusal.class);
    }
}
