package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves ratings and the words that take them back. */
@Component
class RatingMarkStore {

    private static final RowMapper<RatingMark> MARK = Row.as(row -> new RatingMark(
            row.uuid("ticket_id"),
            row.big("seq"),
            row.instant("at"),
            row.flag("invalidates"),
            row.textOrNull("rating"),
            row.textOrNull("name"),
            row.textOrNull("given"),
            row.uuid("agent_id"),
            row.uuid("department_id"),
            row.number("channel")));

    private static final String TOUCHED = """
            (r.ticket_id in (select i.ticket_id from rating_mark i where i.workspace_id = ? and i.invalidates)
                or coalesce(r.name in (select i.given from rating_mark i where i.workspace_id = ? and i.invalidates and i.given is not null), false))
            """;

    /** How many of one sort an agent got in one part, and when the last. */
    record RatingCount(int part, UUID agent, @Nullable String rating, long n, Instant last) {}

    private final JdbcClient jdbc;

    RatingMarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tickets of the ratings of these names. */
    List<UUID> ticketsOf(UUID workspace, Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct ticket_id from rating_mark
                                where workspace_id = :w and name = any (:names) and not invalidates
                                """)
                        .param("w", workspace)
                        .param("names", Sql.bind(names))
                        .query(Row.as(row -> row.uuid("ticket_id")))
                        .list();
    }

    List<RatingMark> ofTickets(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("select * from rating_mark where workspace_id = :w and ticket_id = any (:tickets)")
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .query(MARK)
                .list();
    }

    /** The words that name one of these. */
    List<RatingMark> naming(UUID workspace, Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : jdbc.sql("select * from rating_mark where workspace_id = :w and given = any (:names)")
                        .param("w", workspace)
                        .param("names", Sql.bind(names))
                        .query(MARK)
                        .list();
    }

    /**
     * Of the marks r, those that were given in the time, in places of the filter, to somebody. Materialized: written into the query, the
     * borders would be read from their text for every mark.
     */
    private static Sql given(UUID workspace, Parts parts, FigureFilter filter, String what) {
        Sql sql = Sql.of(
                "with cut as materialized (select cast(? as timestamptz[]) as b) select " + what
                        + " from rating_mark r cross join cut"
                        + " where r.workspace_id = ? and r.at >= ? and r.at < ? and not r.invalidates and r.agent_id <> ?",
                parts.asTexts(),
                workspace,
                parts.borders().getFirst(),
                parts.borders().getLast(),
                Cell.NOBODY);
        sql.addIf(
                !filter.departments().isEmpty(),
                "and r.department_id = any (?)",
                new ArrayList<>(filter.departments()));
        sql.addIf(
                !filter.channels().isEmpty(),
                "and r.channel = any (cast(? as smallint[]))",
                FigureQuery.numbers(List.copyOf(filter.channels())));
        return sql;
    }

    /** Ratings that no word could have taken back, counted by part, agent and what they say. */
    List<RatingCount> certain(UUID workspace, Parts parts, FigureFilter filter) {
        return given(
                        workspace,
                        parts,
                        filter,
                        "width_bucket(r.at, b) as part, r.agent_id, r.rating, count(*) as n, max(r.at) as last")
                .add("and not " + TOUCHED, workspace, workspace)
                .add("group by 1, 2, 3")
                .on(jdbc)
                .query(Row.as(row -> new RatingCount(
                        row.number("part"),
                        row.uuid("agent_id"),
                        row.textOrNull("rating"),
                        row.big("n"),
                        row.instant("last"))))
                .list();
    }

    /** The few others. */
    List<RatingMark> doubtful(UUID workspace, Parts parts, FigureFilter filter) {
        return given(workspace, parts, filter, "r.*")
                .add("and " + TOUCHED, workspace, workspace)
                .on(jdbc)
                .query(MARK)
                .list();
    }

    /** All that tells which of these count: the marks of their tickets, and the words that name one of them. */
    Set<RatingMark> deciding(UUID workspace, List<RatingMark> given) {
        Set<RatingMark> all = new LinkedHashSet<>(
                ofTickets(workspace, given.stream().map(RatingMark::ticket).collect(Collectors.toSet())));
        all.addAll(naming(
                workspace,
                all.stream().map(RatingMark::name).filter(Objects::nonNull).collect(Collectors.toSet())));
        return all;
    }

    void save(UUID workspace, List<RatingMark> marks) {
        Columns<RatingMark> columns = Columns.of(marks);
        jdbc.sql("""
                        insert into rating_mark (workspace_id, ticket_id, seq, at, invalidates, rating, name, given, agent_id,
                            department_id, channel)
                        select :w, r.* from unnest(:tickets, cast(:seqs as bigint[]), cast(:ats as timestamptz[]),
                            cast(:invalidates as boolean[]), :ratings, :names, :given, :agents, :departments,
                            cast(:channels as smallint[])) as r
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(RatingMark::ticket))
                .param("seqs", columns.texts(mark -> Long.toString(mark.seq())))
                .param("ats", columns.instants(RatingMark::at))
                .param("invalidates", columns.flags(RatingMark::invalidates))
                .param("ratings", columns.texts(RatingMark::rating))
                .param("names", columns.texts(RatingMark::name))
                .param("given", columns.texts(RatingMark::given))
                .param("agents", columns.ids(RatingMark::agent))
                .param("departments", columns.ids(RatingMark::department))
                .param("channels", columns.numbers(RatingMark::channel))
                .update();
    }
}
