package org.fourleaf.platform.log;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines that became visible between two snapshots, in seq order. A row id or transaction id read "up to the newest" would skip
 * late commits; this does not, and a long transaction delays only its own lines (docs/adr/0003).
 */
@Component
public class LogWindowQuery {

    private static final String COLUMNS = """
            workspace_id, seq, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, company_id, department_id, channel, facts
            """;

    private static final String NEW_TRANSACTIONS = "select " + COLUMNS + """
            from log
            where workspace_id = :w and xid >= pg_snapshot_xmax(cast(:prev as pg_snapshot))
                and xid < pg_snapshot_xmax(cast(:cur as pg_snapshot))
                and pg_visible_in_snapshot(xid, cast(:cur as pg_snapshot)) and seq > :seq
            """;

    private static final String OLDEST_FIRST = " order by seq limit :limit";

    private static final String NEW_TRANSACTIONS_AND_LATE_COMMITS =
            "select * from (" + NEW_TRANSACTIONS + " union all select " + COLUMNS + """
            from log
            where workspace_id = :w and xid = any (array(select pg_snapshot_xip(cast(:prev as pg_snapshot))))
                and pg_visible_in_snapshot(xid, cast(:cur as pg_snapshot)) and seq > :seq
            ) as lines
            """ + OLDEST_FIRST;

    private static final String WALK_ALONG_SEQ = "select " + COLUMNS + """
            from log
            where workspace_id = :w and seq > :seq and not pg_visible_in_snapshot(xid, cast(:prev as pg_snapshot))
                and pg_visible_in_snapshot(xid, cast(:cur as pg_snapshot))
            order by seq limit :limit
            """;

    private final JdbcClient jdbc;
    private final RowMapper<Recorded> lines;

    LogWindowQuery(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.lines = lines(json);
    }

    /**
     * Now, as a bound: what commits later is not in it. PostgreSQL leaves the transaction that asks out of those under way, so that it
     * would count as over once a later one is: what it writes would be in no window of anybody.
     */
    public String snapshot() {
        return Objects.requireNonNull(jdbc.sql("""
                        select concat_ws(':', pg_snapshot_xmin(s), pg_snapshot_xmax(s), (
                            select coalesce(string_agg(x::text, ',' order by x), '') from (
                                select pg_snapshot_xip(s) as x union select own where own < pg_snapshot_xmax(s)) as under_way))
                        from (select pg_current_snapshot() as s, pg_current_xact_id_if_assigned() as own) as now
                        """).query(String.class).single());
    }

    /**
     * For the rest of the transaction statements are planned for the values they have. Who catches up fills tables that were small when
     * the session's plans were made.
     */
    void planForLargePages() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    List<Recorded> page(UUID workspace, Position position, int limit) {
        return jdbc.sql(statement(position))
                .param("w", workspace)
                .param("prev", position.prev())
                .param("cur", position.cur())
                .param("seq", position.seq())
                .param("limit", limit)
                .query(lines)
                .list();
    }

    /** Most of the time nothing may commit late: then it is not looked for. */
    private static String statement(Position position) {
        if (position.isLargeWindow()) {
            return WALK_ALONG_SEQ;
        }
        return position.hasLateCommits() ? NEW_TRANSACTIONS_AND_LATE_COMMITS : NEW_TRANSACTIONS + OLDEST_FIRST;
    }

    /** How a row of the log becomes a line; for other modules' views of the log. */
    public static RowMapper<Recorded> lines(JsonMapper json) {
        return Row.as(row -> new Recorded(
                row.uuid("workspace_id"),
                row.big("seq"),
                row.instant("at"),
                ActivityKind.ofCode(row.number("kind")),
                Actor.Kind.ofCode(row.number("by_kind")),
                row.uuidOrNull("by_id"),
                row.uuidOrNull("ticket_id"),
                row.uuidOrNull("agent_id"),
                row.uuidOrNull("customer_id"),
                row.uuidOrNull("company_id"),
                row.uuidOrNull("department_id"),
                row.numberOrNull("channel"),
                json.readValue(row.text("facts"), ObjectNode.class)));
    }
}
