package org.fourleaf.tickets;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Lists by importance. Score = time left to the due time ÷ priority weight while there is time left, × the weight once overdue; smallest
 * first. The score changes with the clock, but within one priority its order is that of {@code due_at}: each priority's head is read
 * from the index and the four heads are merged. A cursor remembers where each priority stood, and the moment the list was measured at.
 *
 * @param wheres the conditions of each branch, one a department where the index is to be read per department
 * @param fits what is asked of each ticket on the way, when the order is walked
 */
record ImportanceOrder(List<Sql> wheres, Sql fits, Instant now) {

    private static final int CURSOR_VALUES = 1 + 2 * Priority.values().length;

    private record Mark(Instant due, UUID id) {}

    /** @param fits false for the last ticket walked of a priority, which is only where the next page starts */
    record Hit(UUID id, Instant due, Priority priority, boolean fits) {}

    /** Where a page starts. */
    record Start(Instant asOf, Map<Priority, Mark> marks) {

        static Start at(Instant moment) {
            return new Start(moment, Map.of());
        }

        private static Start of(@Nullable Cursor cursor, Instant now) {
            if (cursor == null) {
                return at(now);
            }
            Map<Priority, Mark> marks = new EnumMap<>(Priority.class);
            for (Priority priority : Priority.values()) {
                int place = 2 * priority.code() - 1;
                if (!cursor.text(place).isEmpty()) {
                    marks.put(priority, new Mark(cursor.instant(place), cursor.id(place + 1)));
                }
            }
            return new Start(cursor.instant(0), marks);
        }

        private Cursor after(List<Hit> shown) {
            Map<Priority, Mark> reached = new EnumMap<>(Priority.class);
            reached.putAll(marks);
            shown.forEach(hit -> reached.put(hit.priority, new Mark(hit.due, hit.id)));
            List<Object> values = new ArrayList<>();
            values.add(asOf);
            for (Priority priority : Priority.values()) {
                Mark mark = reached.get(priority);
                values.add(mark == null ? "" : mark.due);
                values.add(mark == null ? "" : mark.id);
            }
            return Cursor.of(values.toArray());
        }
    }

    Start start(Slice slice) {
        return Start.of(slice.after(CURSOR_VALUES), now);
    }

    static Hit hit(Row row) throws SQLException {
        return new Hit(
                row.uuid("id"), row.instant("due_at"), Priority.ofCode(row.number("priority")), row.flag("fits"));
    }

    static Page<UUID> page(Slice slice, Start start, List<Hit> found) {
        List<Hit> hits = found.stream().filter(Hit::fits).toList();
        List<Hit> shown = hits.subList(0, Math.min(hits.size(), slice.limit()));
        Page<Hit> page = slice.page(hits, last -> start.after(shown));
        String next = page.next() == null && hits.size() < found.size()
                ? start.after(found.stream().filter(hit -> !hit.fits).toList()).encoded()
                : page.next();
        return new Page<>(page.items().stream().map(Hit::id).toList(), next);
    }

    Sql sql(Slice slice, Start start) {
        return Sql.of("select id, due_at, priority, true as fits from (")
                .add(heads(start, new Sql(), "", slice.fetch()))
                .add(") as heads order by score, due_at, id limit ?", slice.fetch());
    }

    /** The order walked so many steps: what fits in it, and where each priority ended unless that was the end of all. */
    Sql walk(Slice slice, Start start, int steps) {
        return Sql.of("with walked as materialized (select id, due_at, priority, score, fits from (")
                .add(heads(start, Sql.of(",").add(fits).add("as fits"), ", fits", steps))
                .add(") as heads order by score, due_at, id limit ?)", steps)
                .add(
                        "(select id, due_at, priority, true as fits from walked where fits order by score, due_at, id limit ?)",
                        slice.fetch())
                .add("union all (select distinct on (priority) id, due_at, priority, false from walked")
                .add("where (select count(*) from walked) >= ? order by priority, due_at desc, id desc)", steps);
    }

    private Sql heads(Start start, Sql asked, String carried, int limit) {
        Sql sql = new Sql();
        for (Priority priority : Priority.values()) {
            sql.addIf(priority != Priority.LOW, "union all");
            int weight = priority.weight();
            sql.add(
                    "(select id, due_at, " + priority.code() + " as priority, case when due_at >= ? then"
                            + " extract(epoch from due_at - ?) / " + weight + " else extract(epoch from due_at - ?) * "
                            + weight
                            + " end as score" + carried + " from (",
                    start.asOf,
                    start.asOf,
                    start.asOf);
            for (int i = 0; i < wheres.size(); i++) {
                sql.addIf(i > 0, "union all")
                        .add(branch(wheres.get(i), priority, asked, limit, start.marks.get(priority)));
            }
            sql.add(") as t order by due_at, id limit ?)", limit);
        }
        return sql;
    }

    private static Sql branch(Sql where, Priority priority, Sql asked, int limit, @Nullable Mark mark) {
        Sql sql = Sql.of("(select t.id, t.due_at")
                .add(asked)
                .add("from ticket t where t.priority = " + priority.code() + " and")
                .add(where);
        if (mark != null) {
            sql.add("and (t.due_at, t.id) > (?, ?)", mark.due, mark.id);
        }
        return sql.add("order by t.due_at, t.id limit ?)", limit);
    }
}
