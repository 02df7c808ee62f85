package org.fourleaf.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the index. Every question reads a range of periods, so that a common word costs the same at any size; hits are ordered by
 * period and ticket, newest first.
 */
@Component
class HitQuery {

    /** A ticket, and where it stands among hits. */
    record Hit(int period, UUID ticket) implements Comparable<Hit> {

        /** Before all others. */
        static final Hit NEWEST = new Hit(Integer.MAX_VALUE, new UUID(-1, -1));

        /** As PostgreSQL orders them: newest first. */
        @Override
        public int compareTo(Hit other) {
            int byPeriod = Integer.compare(other.period, period);
            int high = Long.compareUnsigned(other.ticket.getMostSignificantBits(), ticket.getMostSignificantBits());
            int low = Long.compareUnsigned(other.ticket.getLeastSignificantBits(), ticket.getLeastSignificantBits());
            return byPeriod != 0 ? byPeriod : high != 0 ? high : low;
        }
    }

    /**
     * Periods from low to high, both included; all of them when the words are rare.
     *
     * @param alone the index holds hardly any other workspace's documents
     */
    record Range(int low, int high, boolean everything, boolean alone) {

        /** As many periods asked for one by one cost what the index needs to find the bounds of a range. */
        private static final int NARROW_MAX = 100;

        static Range all(boolean alone) {
            return new Range(0, Integer.MAX_VALUE, true, alone);
        }

        boolean isNarrow() {
            return (long) high - low < NARROW_MAX;
        }
    }

    private final JdbcClient jdbc;

    HitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever may see them, newest first. */
    List<Hit> newest(UUID workspace, String words, Range range, int limit) {
        return newestSql(workspace, words, range, limit)
                .on(jdbc)
                .query(Row.as(row -> new Hit(row.number("period"), row.uuid("ticket_id"))))
                .list();
    }

    static Sql newestSql(UUID workspace, String words, Range range, int limit) {
        return documents("select distinct d.period, d.ticket_id from search_document d where", workspace, words, range)
                .add("order by d.period desc, d.ticket_id desc limit ?", limit);
    }

    /** Those with the words in a certain place, whoever may see them. */
    Set<UUID> tickets(UUID workspace, String words, Range range) {
        return new HashSet<>(documents("select d.ticket_id from search_document d where", workspace, words, range)
                .on(jdbc)
                .query(Row.as(row -> row.uuid("ticket_id")))
                .list());
    }

    /** Those with tickets that may have been opened then. */
    NavigableSet<Integer> periods(UUID workspace, Question.Opened opened) {
        return new TreeSet<>(Sql.of("select period from search_period where workspace_id = ?", workspace)
                .addIf(opened.since() != null, "and newest >= ?", opened.since())
                .addIf(opened.until() != null, "and oldest < ?", opened.until())
                .on(jdbc)
                .query(Row.as(row -> row.number("period")))
                .list());
    }

    /** Of these the ones that meet the question's conditions and may be seen. */
    Set<UUID> kept(UUID workspace, Question question, DepartmentSight sight, Collection<UUID> tickets) {
        return new HashSet<>(keptSql(workspace, question, sight, tickets)
                .on(jdbc)
                .query(Row.as(row -> row.uuid("id")))
                .list());
    }

    static Sql keptSql(UUID workspace, Question question, DepartmentSight sight, Collection<UUID> tickets) {
        return Sql.of(
                        "select t.id from unnest(cast(? as uuid[])) as wanted(id)"
                                + " join ticket t on t.workspace_id = ? and t.id = wanted.id where",
                        tickets,
                        workspace)
                .add(question.onTicket(sight.ids(), sight.all()));
    }

    /** Behind a hit, newest first, only what meets the conditions and may be seen. */
    List<Hit> after(UUID workspace, Question question, DepartmentSight sight, Range range, Hit after, int limit) {
        return afterSql(workspace, question, sight, range, after, limit)
                .on(jdbc)
                .query(Row.as(row -> new Hit(row.number("period"), row.uuid("ticket_id"))))
                .list();
    }

    static Sql afterSql(UUID workspace, Question question, DepartmentSight sight, Range range, Hit after, int limit) {
        String words = java.util.Objects.requireNonNull(question.words());
        Sql sql = Sql.of("select h.period, h.ticket_id from (");
        sql.add(documents(
                "select distinct d.period, d.ticket_id from search_document d where", workspace, words, range));
        // Hits first and in order, then tickets one by one until there are enough.
        return sql.add("order by d.period desc, d.ticket_id desc offset 0) as h")
                .add("join ticket t on t.workspace_id = ? and t.id = h.ticket_id where", workspace)
                .add("(h.period, h.ticket_id) < (?, ?) and", after.period, after.ticket)
                .add(question.onTicket(sight.ids(), sight.all()))
                .add("order by h.period desc, h.ticket_id desc limit ?", limit);
    }

    /** Tells rare from common where the vocabulary can't: of common words the first rows read are enough. */
    boolean hasMoreThan(UUID workspace, String words, int number) {
        return documents(
                                "select d.period, d.ticket_id from search_document d where",
                                workspace,
                                words,
                                Range.all(false))
                        .add("limit ?", number + 1)
                        .on(jdbc)
                        .query(Row.as(row -> row.number("period")))
                        .list()
                        .size()
                > number;
    }

    /** The same of words known to be rare. */
    boolean rareHasMoreThan(UUID workspace, String words, boolean alone, int number) {
        return rareHasMoreThanSql(workspace, words, alone, number)
                .on(jdbc)
                .query(Row.as(row -> row.flag("more")))
                .single();
    }

    /** Apart from its limit: for a few rows alone the planner would read the table until it meets them. */
    static Sql rareHasMoreThanSql(UUID workspace, String words, boolean alone, int number) {
        return Sql.of("with hit as materialized (")
                .add(documents("select 1 from search_document d where", workspace, words, Range.all(alone)))
                .add(") select exists (select 1 from hit offset ?) as more", number);
    }

    /**
     * The documents of a workspace. Asked for a workspace, the index meets each hit with the list of all its documents, which costs ten
     * times what the hits do; where hardly anybody else's are in it, the rows themselves tell, and this hides the column from the index.
     */
    static Sql ofWorkspace(String row, UUID workspace, boolean alone) {
        return Sql.of(alone ? "coalesce(" + row + ".workspace_id) = ?" : row + ".workspace_id = ?", workspace);
    }

    private static Sql documents(String select, UUID workspace, String words, Range range) {
        return Sql.of(select)
                .add(ofWorkspace("d", workspace, range.alone))
                .addIf(
                        !range.everything && range.isNarrow(),
                        "and d.period = any (array(select generate_series(cast(? as int), cast(? as int))))",
                        range.low,
                        range.high)
                .addIf(
                        !range.everything && !range.isNarrow(),
                        "and d.period >= ? and d.period <= ?",
                        range.low,
                        range.high)
                .add("and d.tokens @@ cast(? as tsquery)", words);
    }
}
