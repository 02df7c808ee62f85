package org.fourleaf.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each time rule must look at which ticket, and for which it has fired. */
@Component
class TimeRuleStore {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** A rule that must look at a ticket. */
    record Due(UUID rule, UUID ticket, Instant at) {}

    /** A rule that has fired. @param version of the ticket after it */
    record Fired(UUID rule, UUID ticket, boolean inside, long version) {}

    /** How far a rule has gone through all tickets. */
    record Backfill(UUID rule, UUID after) {}

    private final JdbcClient jdbc;

    TimeRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> workspacesWithWork(Instant now) {
        return jdbc.sql("select * from workspaces_with_time_rules_due(:now) as id")
                .param("now", Sql.bind(now))
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** Tickets that changed. */
    void check(UUID workspace, Collection<UUID> tickets) {
        jdbc.sql("""
                        insert into time_rule_check as c (workspace_id, ticket_id, backfilled)
                        select :w, ticket, false from unnest(cast(:tickets as uuid[])) as ticket order by ticket
                        on conflict (workspace_id, ticket_id) do update set backfilled = false where c.backfilled
                        """).param("w", workspace).param("tickets", Sql.bind(tickets)).update();
    }

    /** Tickets a rule comes by on its way through all: they wait until none that changed does. */
    void backfill(UUID workspace, Collection<UUID> tickets) {
        jdbc.sql("""
                        insert into time_rule_check (workspace_id, ticket_id, backfilled)
                        select :w, ticket, true from unnest(cast(:tickets as uuid[])) as ticket order by ticket on conflict do nothing
                        """).param("w", workspace).param("tickets", Sql.bind(tickets)).update();
    }

    /** Takes some that nobody else has, those that changed first. */
    List<UUID> takeChecks(UUID workspace, int limit) {
        return jdbc.sql("""
                        delete from time_rule_check where workspace_id = :w and ticket_id in (
                            select ticket_id from time_rule_check where workspace_id = :w
                            order by backfilled, ticket_id limit :limit for update skip locked)
                        returning ticket_id
                        """)
                .param("w", workspace)
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("ticket_id")))
                .list();
    }

    /** From the first ticket on. */
    void begin(UUID workspace, UUID rule) {
        jdbc.sql("""
                        insert into time_rule_backfill (workspace_id, rule_id, after_id) values (:w, :rule, :first)
                        on conflict (workspace_id, rule_id) do update set after_id = excluded.after_id
                        """)
                .param("w", workspace)
                .param("rule", rule)
                .param("first", BEFORE_ALL)
                .update();
    }

    /** The one that has come the least far. */
    Optional<Backfill> claimBackfill(UUID workspace) {
        return jdbc.sql("""
                        select rule_id, after_id from time_rule_backfill where workspace_id = :w
                        order by after_id, rule_id limit 1 for update skip locked
                        """)
                .param("w", workspace)
                .query(Row.as(row -> new Backfill(row.uuid("rule_id"), row.uuid("after_id"))))
                .optional();
    }

    /** The next tickets that could fit. @param mayFit over {@code ticket t} */
    List<UUID> next(UUID workspace, UUID after, Sql mayFit, int limit) {
        return Sql.of(
                        "select t.id from ticket t where t.workspace_id = ? and t.id > ? and t.merged_into is null and",
                        workspace,
                        after)
                .add(mayFit)
                .add("order by t.id limit ?", limit)
                .on(jdbc)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    void advance(UUID workspace, UUID rule, UUID after) {
        jdbc.sql("update time_rule_backfill set after_id = :after where workspace_id = :w and rule_id = :rule")
                .param("w", workspace)
                .param("rule", rule)
                .param("after", after)
                .update();
    }

    void end(UUID workspace, UUID rule) {
        jdbc.sql("delete from time_rule_backfill where workspace_id = :w and rule_id = :rule")
                .param("w", workspace)
                .param("rule", rule)
                .update();
    }

    List<Fired> fired(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("""
                        select rule_id, ticket_id, inside, version from time_rule_state
                        where workspace_id = :w and ticket_id = any (:tickets)
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .query(Row.as(row ->
                        new Fired(row.uuid("rule_id"), row.uuid("ticket_id"), row.flag("inside"), row.big("version"))))
                .list();
    }

    void fire(UUID workspace, Fired fired) {
        jdbc.sql("""
                        insert into time_rule_state (workspace_id, rule_id, ticket_id, inside, version)
                        values (:w, :rule, :ticket, :inside, :version)
                        on conflict (workspace_id, rule_id, ticket_id) do update
                        set inside = excluded.inside, version = excluded.version
                        """)
                .param("w", workspace)
                .param("rule", fired.rule)
                .param("ticket", fired.ticket)
                .param("inside", fired.inside)
                .param("version", fired.version)
                .update();
    }

    void forgetFired(UUID workspace, List<Fired> left) {
        if (!left.isEmpty()) {
            Columns<Fired> columns = Columns.of(left);
            jdbc.sql("""
                            delete from time_rule_state s using unnest(:rules, :tickets) as n(rule, ticket)
                            where s.workspace_id = :w and s.rule_id = n.rule and s.ticket_id = n.ticket
                            """)
                    .param("w", workspace)
                    .param("rules", columns.ids(Fired::rule))
                    .param("tickets", columns.ids(Fired::ticket))
                    .update();
        }
    }

    void plan(UUID workspace, List<Due> due) {
        if (!due.isEmpty()) {
            Columns<Due> columns = Columns.of(due);
            jdbc.sql("""
                            insert into time_rule_due (workspace_id, rule_id, ticket_id, due_at)
                            select :w, n.rule, n.ticket, n.at
                            from unnest(:rules, :tickets, cast(:ats as timestamptz[])) as n(rule, ticket, at)
                            order by n.rule, n.ticket
                            on conflict (workspace_id, rule_id, ticket_id) do update set due_at = excluded.due_at, attempts = 0
                            """)
                    .param("w", workspace)
                    .param("rules", columns.ids(Due::rule))
                    .param("tickets", columns.ids(Due::ticket))
                    .param("ats", columns.instants(Due::at))
                    .update();
        }
    }

    void unplan(UUID workspace, List<Due> gone) {
        if (!gone.isEmpty()) {
            Columns<Due> columns = Columns.of(gone);
            jdbc.sql("""
                            delete from time_rule_due d using unnest(:rules, :tickets) as n(rule, ticket)
                            where d.workspace_id = :w and d.rule_id = n.rule and d.ticket_id = n.ticket
                            """)
                    .param("w", workspace)
                    .param("rules", columns.ids(Due::rule))
                    .param("tickets", columns.ids(Due::ticket))
                    .update();
        }
    }

    /** Some of a rule's that are due and that nobody else has, locked until the transaction ends. */
    List<UUID> claim(UUID workspace, UUID rule, Instant now, int limit) {
        return jdbc.sql("""
                        select ticket_id from time_rule_due where workspace_id = :w and rule_id = :rule and due_at <= :now
                        order by due_at, ticket_id limit :limit for update skip locked
                        """)
                .param("w", workspace)
                .param("rule", rule)
                .param("now", Sql.bind(now))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("ticket_id")))
                .list();
    }

    /** @return whether it is still due and nobody has it */
    boolean claimOne(UUID workspace, UUID rule, UUID ticket, Instant now) {
        return jdbc.sql("""
                        select ticket_id from time_rule_due
                        where workspace_id = :w and rule_id = :rule and ticket_id = :ticket and due_at <= :now
                        for update skip locked
                        """)
                .param("w", workspace)
                .param("rule", rule)
                .param("ticket", ticket)
                .param("now", Sql.bind(now))
                .query(Row.as(row -> row.uuid("ticket_id")))
                .optional()
                .isPresent();
    }

    /** A deleted or switched off rule looks at nothing. @param states whether it forgets for which it fired, too */
    void clear(UUID workspace, UUID rule, boolean states) {
        for (String table : states
                ? List.of("time_rule_due", "time_rule_backfill", "time_rule_state")
                : List.of("time_rule_due", "time_rule_backfill")) {
            jdbc.sql("delete from " + table + " where workspace_id = :w and rule_id = :rule")
                    .param("w", workspace)
                    .param("rule", rule)
                    .update();
        }
    }
}
