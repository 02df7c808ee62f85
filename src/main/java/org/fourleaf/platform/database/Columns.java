package org.fourleaf.platform.database;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one array a column, for {@code insert … select from unnest(…)}: one statement for a thousand rows. Arrays of other than
 * ids go as text and are cast in the statement.
 */
public record Columns<T>(List<T> rows) {

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    public @Nullable UUID[] ids(Function<T, @Nullable UUID> part) {
        @Nullable UUID[] column = new @Nullable UUID[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = part.apply(rows.get(i));
        }
        return column;
    }

    public @Nullable Integer[] numbers(Function<T, @Nullable Integer> part) {
        @Nullable Integer[] column = new @Nullable Integer[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = part.apply(rows.get(i));
        }
        return column;
    }

    public @Nullable String[] texts(Function<T, @Nullable String> part) {
        @Nullable String[] column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = part.apply(rows.get(i));
        }
        return column;
    }

    /** In ISO-8601 with its zone, so that no session's time zone matters. */
    public @Nullable String[] instants(Function<T, @Nullable Instant> part) {
        return texts(row -> {
            Instant instant = part.apply(row);
            return instant == null ? null : instant.toString();
        });
    }

    public @Nullable String[] flags(Function<T, @Nullable Boolean> part) {
        return texts(row -> {
            Boolean flag = part.apply(row);
            return flag == null ? null : flag.toString();
        });
    }
}
