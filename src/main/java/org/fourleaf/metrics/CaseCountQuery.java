package org.fourleaf.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what can't be added up: cases resolved several times, cases that came back within a window, customers. */
@Component
class CaseCountQuery {

    private static final String QUARTER = Span.QUARTER.column();

    private final JdbcClient jdbc;

    CaseCountQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By how many the resolve actions of a slice are more than its resolved cases. */
    void resolvedAgain(FigureAsk ask, Map<FigureGroup, FigureSums> into) {
        Sql sql = FigureQuery.from(
                ask,
                "count(*) - count(distinct f.ticket_id) as n",
                Stretches.quartersOf(ask.slices()),
                tagged(ask, "case_again"),
                QUARTER);
        read(ask, sql, Figure.RESOLVED_AGAIN, into);
    }

    void reopened(FigureAsk ask, Map<FigureGroup, FigureSums> into) {
        Sql sql = FigureQuery.from(
                ask, "count(*) as n", Stretches.quartersOf(ask.slices()), tagged(ask, "case_file"), QUARTER);
        sql.add(
                "and f.reopened_after is not null and f.reopened_after < ?",
                Duration.ofDays(ask.settings().fcrWindowDays()).toSeconds());
        read(ask, sql, Figure.FIRST_CONTACT_REOPENED, into);
    }

    /** With a row for each tag of the ticket, where tags are told apart. */
    private static String tagged(FigureAsk ask, String table) {
        return ask.by().contains(Dimension.TAG)
                ? "(select c.*, t.tag_id from " + table + " c join case_tag t on t.workspace_id = c.workspace_id"
                        + " and t.ticket_id = c.ticket_id and t.has)"
                : table;
    }

    private void read(FigureAsk ask, Sql sql, Figure figure, Map<FigureGroup, FigureSums> into) {
        if (ask.filter().tag() != null) {
            sql.add("""
                    and exists (select 1 from case_tag t where t.workspace_id = f.workspace_id and t.ticket_id = f.ticket_id
                        and t.tag_id = ? and t.has)
                    """, ask.filter().tag());
        }
        FigureQuery.narrow(ask, sql);
        FigureQuery.group(ask, sql)
                .on(jdbc)
                .query(Row.as(row -> {
                    FigureSums group = into.computeIfAbsent(FigureGroup.of(row, ask.by()), made -> new FigureSums());
                    group.add(figure, row.big("n"));
                    return group;
                }))
                .list();
    }

    /**
     * They opened a case, wrote, chatted or called: being answered, tagged or moved about makes nobody a customer of that day. In these
     * very words, by which an index has all that is asked of them.
     */
    private static final String CONTACT = "(f.created > 0 or f.received > 0 or f.chats_started > 0 or f.calls_in > 0)";

    /** Customers of each slice, and how many of them had been there before it, whatever they came for. */
    void customers(FigureAsk ask, Map<FigureGroup, FigureSums> into) {
        if (ask.tagged()) {
            return; // Customers are known by what they came for, not by tag.
        }
        List<Stretches.Stretch> quarters = Stretches.quartersOf(ask.slices());
        Sql sql = Sql.of("select c.slice" + FigureQuery.columns(ask).replace("f.", "c.") + """
                , count(*) as n, count(*) filter (where k.quarter < c.a) as kept
                from (
                """);
        Sql seen = FigureQuery.from(
                ask,
                "s.a, f.customer_id",
                quarters,
                "figure_customer",
                QUARTER,
                "f.quarter, f.customer_id, f.agent_id, f.department_id, f.channel");
        seen.add("and " + CONTACT);
        FigureQuery.narrow(ask, seen);
        sql.add(FigureQuery.group(ask, seen).add(", s.a, f.customer_id"));
        sql.add(
                        ") as c join customer_since k on k.workspace_id = ? and k.customer_id = c.customer_id group by c.slice"
                                + FigureQuery.columns(ask).replace("f.", "c."),
                        ask.workspace())
                .on(jdbc)
                .query(Row.as(row -> {
                    FigureSums group = into.computeIfAbsent(FigureGroup.of(row, ask.by()), made -> new FigureSums());
                    group.add(Figure.CUSTOMERS, row.big("n"));
                    group.add(Figure.CUSTOMERS_KEPT, row.big("kept"));
                    return group;
                }))
                .list();
    }
}
