package org.fourleaf.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.SolveOrder;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which ticket an agent solves next. Each answer is locked with {@code skip locked} in the very statement that finds it: of two who press
 * at once each gets another; who merely points at a ticket, as a notification being written does, makes nobody pass it over. Only heads
 * of ordered indexes are read, whatever the number of tickets.
 *
 * <p>Between departments of different orders the heads are compared by importance, as one merges sorted piles: the key of a ticket is the
 * largest score of those before it in its own pile.
 */
@Component
class ToSolveQuery {

    /** How deep each pile is looked into; deeper only while all of it was taken by others at this very moment. */
    static final int DEPTH = 24;

    static final int COUNTED_MAX = 1_000;

    private static final int CUSTOMERS_MAX = 50;
    private static final int TICKETS_OF_CUSTOMER_MAX = 10;

    private final JdbcClient jdbc;

    ToSolveQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The agent's own waiting tickets, else those of customers they served last; locked. */
    Optional<UUID> lockFamiliar(
            UUID workspace, UUID agent, Collection<UUID> ownIn, Collection<UUID> solves, Instant now) {
        return familiar(workspace, agent, ownIn, solves, now)
                .on(jdbc)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    /** The first that is nobody's; locked. */
    Optional<UUID> lockNext(UUID workspace, UUID agent, Map<UUID, SolveOrder> piles, int depth, Instant now) {
        return piles.isEmpty()
                ? Optional.empty()
                : next(workspace, agent, piles, depth, 1, now)
                        .on(jdbc)
                        .query(Row.as(row -> row.uuid("id")))
                        .optional();
    }

    /** A department's heads that are on nobody's screen and offered to nobody, in its order; locked. */
    List<UUID> lockWaiting(UUID workspace, UUID department, SolveOrder order, int limit, Instant now) {
        return next(workspace, null, Map.of(department, order), limit, limit, now)
                .on(jdbc)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** How many there are, counted up to one more than {@value #COUNTED_MAX}. */
    long count(UUID workspace, UUID agent, Collection<UUID> ownIn, Collection<UUID> solves, Instant now) {
        Sql sql = Sql.of("select count(*) as n from (");
        own(sql, workspace, agent, ownIn, now);
        if (!solves.isEmpty()) {
            sql.add("union all (select t.id, t.due_at, t.priority from ticket t where t.workspace_id = ?", workspace)
                    .add("and t.department_id = any (?)", solves);
            free(sql, workspace, agent, now);
            sql.add("limit ?)", COUNTED_MAX + 1);
        }
        return sql.add("limit ?) as counted", COUNTED_MAX + 1)
                .on(jdbc)
                .query(Row.as(row -> row.big("n")))
                .single();
    }

    static Sql familiar(UUID workspace, UUID agent, Collection<UUID> ownIn, Collection<UUID> solves, Instant now) {
        Sql sql = Sql.of("select t.id from (select 0 as tier, id, due_at, priority from (");
        own(sql, workspace, agent, ownIn, now);
        sql.add(") as own");
        if (!solves.isEmpty()) {
            sql.add("""
                    union all select 1 as tier, t.id, t.due_at, t.priority
                    from (select customer_id from customer_server where workspace_id = ? and agent_id = ?
                        order by at desc limit ?) as served
                    cross join lateral (select * from ticket x where x.workspace_id = ? and x.customer_id = served.customer_id
                        order by x.id desc limit ?) as t
                    where t.workspace_id = ? and t.department_id = any (?)
                    """, workspace, agent, CUSTOMERS_MAX, workspace, TICKETS_OF_CUSTOMER_MAX, workspace, solves);
            free(sql, workspace, agent, now);
        }
        sql.add(") as c join ticket t on t.workspace_id = ? and t.id = c.id", workspace)
                .add(
                        "where t.merged_into is null and t.status <= 2 and (t.assignee_id is null or t.assignee_id = ?)",
                        agent)
                .add("order by c.tier,");
        return score(sql, "c", now).add(", c.id limit 1 for no key update of t skip locked");
    }

    /** @param agent whose own screen does not count, none for nobody's. @param depth how many of each pile. @param limit how many at all */
    static Sql next(
            UUID workspace, @Nullable UUID agent, Map<UUID, SolveOrder> piles, int depth, int limit, Instant now) {
        Sql sql = Sql.of("""
                select t.id from (select id, pile, n, max(score) over (partition by pile order by n rows unbounded preceding) as key
                from (
                """);
        int pile = 0;
        for (Map.Entry<UUID, SolveOrder> each : piles.entrySet()) {
            sql.addIf(pile > 0, "union all");
            switch (each.getValue()) {
                case FIFO -> oldest(sql, workspace, agent, each.getKey(), pile, depth, now);
                case IMPORTANCE -> mostImportant(sql, workspace, agent, each.getKey(), pile, depth, now);
            }
            pile++;
        }
        return sql.add(
                ") as piles) as c join ticket t on t.workspace_id = ? and t.id = c.id"
                        + " where t.merged_into is null and t.status <= 2 and t.assignee_id is null"
                        + " order by c.key, c.pile, c.n limit ? for no key update of t skip locked",
                workspace,
                limit);
    }

    private static void oldest(
            Sql sql, UUID workspace, @Nullable UUID agent, UUID department, int pile, int depth, Instant now) {
        sql.add("(select " + pile + " as pile, id, row_number() over (order by id) as n,");
        score(sql, "f", now)
                .add(
                        "as score from (select t.id, t.due_at, t.priority from ticket t where t.workspace_id = ?",
                        workspace)
                .add("and t.department_id = ?", department);
        free(sql, workspace, agent, now);
        sql.add("order by t.id limit ?) as f)", depth);
    }

    private static void mostImportant(
            Sql sql, UUID workspace, @Nullable UUID agent, UUID department, int pile, int depth, Instant now) {
        sql.add("(select " + pile
                + " as pile, id, row_number() over (order by score, due_at, id) as n, score from (select id, due_at,");
        score(sql, "i", now).add("as score from (");
        for (Priority priority : Priority.values()) {
            sql.addIf(priority != Priority.LOW, "union all")
                    .add("(select t.id, t.due_at, t.priority from ticket t where t.workspace_id = ?", workspace)
                    .add("and t.department_id = ? and t.priority = " + priority.code(), department);
            free(sql, workspace, agent, now);
            sql.add("order by t.due_at, t.id limit ?)", depth);
        }
        sql.add(") as i order by score, due_at, id limit ?) as scored)", depth);
    }

    /** The agent's own that are neither on a screen, theirs too, nor held by an unused claim already. */
    private static void own(Sql sql, UUID workspace, UUID agent, Collection<UUID> ownIn, Instant now) {
        sql.add(
                "select t.id, t.due_at, t.priority from ticket t where t.workspace_id = ? and t.assignee_id = ?"
                        + " and t.status in (1, 2) and t.merged_into is null and t.department_id = any (?)",
                workspace,
                agent,
                ownIn);
        sql.add(
                "and not exists (select 1 from ticket_claim c where c.workspace_id = ? and c.ticket_id = t.id"
                        + " and c.agent_id = ? and c.until > ? and not " + ClaimStore.ACTED + ")",
                workspace,
                agent,
                now);
        offScreen(sql, workspace, null, now);
    }

    /** Nobody's, waiting, and on no colleague's screen. The literals are those of the partial indexes. */
    static void free(Sql sql, UUID workspace, @Nullable UUID agent, Instant now) {
        sql.add("and t.merged_into is null and t.status <= 2 and t.assignee_id is null");
        offScreen(sql, workspace, agent, now);
        sql.add(
                "and not exists (select 1 from ticket_offer o"
                        + " where o.workspace_id = ? and o.ticket_id = t.id and o.state = 1)",
                workspace);
    }

    /** @param but whose own screen does not count; nobody's for none */
    private static void offScreen(Sql sql, UUID workspace, @Nullable UUID but, Instant now) {
        sql.add(
                        "and not exists (select 1 from ticket_attention s where s.workspace_id = ? and s.ticket_id = t.id"
                                + " and s.until > ? and s.state > 0",
                        workspace,
                        now)
                .addIf(but != null, "and s.agent_id <> ?", but)
                .add(")");
    }

    /** Time left to the due time ÷ priority weight, × the weight once overdue. */
    static Sql score(Sql sql, String from, Instant now) {
        StringBuilder weight = new StringBuilder("(case " + from + ".priority");
        for (Priority priority : Priority.values()) {
            weight.append(" when ").append(priority.code()).append(" then ").append(priority.weight());
        }
        weight.append(" end)");
        return sql.add(
                "case when " + from + ".due_at >= ? then extract(epoch from " + from + ".due_at - ?) / " + weight
                        + " else extract(epoch from " + from + ".due_at - ?) * " + weight + " end",
                now,
                now,
                now);
    }
}
