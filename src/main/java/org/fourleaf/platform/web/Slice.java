package org.fourleaf.platform.web;

import java.util.List;
import java.util.function.Function;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted: the parameters {@code limit} and {@code cursor}, as a controller's parameter.
 *
 * @param limit how many items at most, 1 to {@value Limits#PAGE_SIZE_MAX}
 */
public record Slice(int limit, @Nullable String cursor) {

    /** @throws Refusal malformed when the limit is out of range */
    public Slice {
        if (limit < 1 || limit > Limits.PAGE_SIZE_MAX) {
            throw Refusal.malformed("limit", "This must be a number from 1 to " + Limits.PAGE_SIZE_MAX + ".");
        }
    }

    public static Slice first(int limit) {
        return new Slice(limit, null);
    }

    /** Where it starts, after so many sort values; none at the start. */
    public @Nullable Cursor after(int size) {
        return Cursor.decode(cursor, size);
    }

    /** How many rows to ask the database for: one more than wanted tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** A page of what {@link #fetch} rows brought. @param end the cursor of an item, if it is the last of its page */
    public <T> Page<T> page(List<T> fetched, Function<T, Cursor> end) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, end.apply(items.getLast()).encoded());
    }
}
