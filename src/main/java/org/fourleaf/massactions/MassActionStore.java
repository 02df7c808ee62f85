package org.fourleaf.massactions;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves mass actions, their tickets, and how far each is. */
@Component
class MassActionStore {

    private static final int FAILURES_SHOWN_MAX = 100;
    static final Duration UNDOABLE_FOR = Duration.ofDays(7);

    private static final String COLUMNS = """
            a.id, a.state, a.total, a.done, a.unchanged, a.failed, a.undone, a.not_undone, a.created_at, a.ended_at
            """;

    /** A mass action in a worker's hands. @param by its agent with the rights of the press that the role still has */
    record Claimed(
            UUID id,
            UUID agent,
            boolean undoing,
            MassAct act,
            int place,
            @Nullable Actor by) {}

    /** One ticket of it. @param code none when the ticket is gone */
    record Item(
            int place,
            @Nullable String code,
            @Nullable TicketState was,
            @Nullable TicketState became) {}

    /** What became of one ticket. */
    record Outcome(
            int place,
            Result result,
            @Nullable String reason,
            @Nullable TicketState was,
            @Nullable TicketState became) {}

    enum Result {
        DONE(1),
        UNCHANGED(2),
        FAILED(3),
        UNDONE(4),
        NOT_UNDONE(5);

        private final int code;

        Result(int code) {
            this.code = code;
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    MassActionStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<UUID> workspacesAtWork() {
        return jdbc.sql("select * from workspaces_with_mass_actions() as id")
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    int atWork(UUID workspace) {
        return jdbc.sql("select count(*) as n from mass_action where workspace_id = :w and state in (1, 4)")
                .param("w", workspace)
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** @param tickets in the order they will be locked in, which is the same for all actions */
    void insert(Actor by, UUID id, MassAct act, List<UUID> tickets) {
        jdbc.sql("""
                        insert into mass_action (workspace_id, id, agent_id, permissions, act, state, total, created_at, touched_at)
                        values (:w, :id, :agent, :permissions, cast(:act as jsonb), 1, :total, :now, :now)
                        """)
                .param("w", by.workspace())
                .param("id", id)
                .param("agent", by.agentId())
                .param(
                        "permissions",
                        by.permissions().stream().map(Permission::stored).toArray(String[]::new))
                .param("act", json.writeValueAsString(act))
                .param("total", tickets.size())
                .param("now", Sql.bind(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into mass_action_ticket (workspace_id, action_id, place, ticket_id)
                        select :w, :id, t.place - 1, t.ticket from unnest(cast(:tickets as uuid[])) with ordinality as t(ticket, place)
                        """)
                .param("w", by.workspace())
                .param("id", id)
                .param("tickets", tickets.toArray(UUID[]::new))
                .update();
    }

    /** The one that waited longest, unless another worker has it; locked until the transaction ends. */
    Optional<Claimed> claim(UUID workspace) {
        return jdbc.sql("""
                        select a.id, a.state, a.act, a.place, a.permissions, a.agent_id, g.name, r.permissions as allowed,
                            g.deactivated_at is null as active
                        from mass_action a
                        join agent g on g.workspace_id = :w and g.id = a.agent_id
                        join role r on r.workspace_id = :w and r.id = g.role_id
                        where a.workspace_id = :w and a.state in (1, 4)
                        order by a.touched_at limit 1 for update of a skip locked
                        """)
                .param("w", workspace)
                .query(Row.as(row -> claimed(workspace, row)))
                .optional();
    }

    private Claimed claimed(UUID workspace, Row row) throws SQLException {
        Set<Permission> permissions = Permission.ofStored(row.texts("permissions"));
        permissions.retainAll(Permission.ofStored(row.texts("allowed")));
        return new Claimed(
                row.uuid("id"),
                row.uuid("agent_id"),
                row.number("state") == MassActionState.UNDOING.code(),
                json.readValue(row.text("act"), MassAct.class),
                row.number("place"),
                row.flag("active")
                        ? Actor.agent(workspace, row.uuid("agent_id"), row.text("name"), permissions)
                        : null);
    }

    /** The next tickets: those waiting, or on the way back those that were changed. */
    List<Item> items(UUID workspace, Claimed action, int limit) {
        return jdbc.sql("""
                        select i.place, t.code, i.was, i.became from mass_action_ticket i
                        left join ticket t on t.workspace_id = :w and t.id = i.ticket_id
                        where i.workspace_id = :w and i.action_id = :id and i.place >= :place and i.state = :state
                        order by i.place limit :limit
                        """)
                .param("w", workspace)
                .param("id", action.id())
                .param("place", action.place())
                .param("state", action.undoing() ? Result.DONE.code : 0)
                .param("limit", limit)
                .query(Row.as(row -> new Item(
                        row.number("place"),
                        row.textOrNull("code"),
                        state(row.textOrNull("was")),
                        state(row.textOrNull("became")))))
                .list();
    }

    private @Nullable TicketState state(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, TicketState.class);
    }

    /** What came of some tickets, and how far the action is with that. */
    void advance(UUID workspace, UUID action, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            jdbc.sql("""
                            update mass_action_ticket set state = :state, reason = :reason,
                                was = coalesce(cast(:was as jsonb), was), became = coalesce(cast(:became as jsonb), became)
                            where workspace_id = :w and action_id = :id and place = :place
                            """)
                    .param("w", workspace)
                    .param("id", action)
                    .param("place", outcome.place())
                    .param("state", outcome.result().code)
                    .param("reason", outcome.reason())
                    .param("was", outcome.was() == null ? null : json.writeValueAsString(outcome.was()))
                    .param("became", outcome.became() == null ? null : json.writeValueAsString(outcome.became()))
                    .update();
        }
        jdbc.sql("""
                        update mass_action set place = :place, done = done + :done, unchanged = unchanged + :unchanged,
                            failed = failed + :failed, undone = undone + :undone, not_undone = not_undone + :kept, touched_at = :now
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", action)
                .param("place", outcomes.getLast().place() + 1)
                .param("done", count(outcomes, Result.DONE))
                .param("unchanged", count(outcomes, Result.UNCHANGED))
                .param("failed", count(outcomes, Result.FAILED))
                .param("undone", count(outcomes, Result.UNDONE))
                .param("kept", count(outcomes, Result.NOT_UNDONE))
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    private static int count(List<Outcome> outcomes, Result result) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    /** @return whether it was in the state it was to leave */
    boolean become(UUID workspace, UUID id, Set<MassActionState> from, MassActionState to) {
        int[] codes = from.stream().mapToInt(MassActionState::code).toArray();
        String list = String.join(
                ", ", IntStream.of(codes).sorted().mapToObj(String::valueOf).toList());
        return jdbc.sql("update mass_action set state = :to, place = case when :to = 4 then 0 else place end,"
                                + " ended_at = :ended, touched_at = :now where workspace_id = :w and id = :id and state in ("
                                + list + ")")
                        .param("w", workspace)
                        .param("id", id)
                        .param("to", to.code())
                        .param("ended", Sql.bind(to.isAtWork() ? null : clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("now", Sql.bind(clock.instant()))
                        .update()
                == 1;
    }

    Optional<MassAction> find(UUID workspace, UUID agent, UUID id) {
        List<MassAction.Failure> failures = jdbc.sql("""
                        select t.code, i.reason from mass_action_ticket i
                        left join ticket t on t.workspace_id = :w and t.id = i.ticket_id
                        where i.workspace_id = :w and i.action_id = :id and i.state in (3, 5) order by i.place limit :limit
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("limit", FAILURES_SHOWN_MAX)
                .query(Row.as(row -> new MassAction.Failure(row.textOrNull("code"), row.text("reason"))))
                .list();
        return Sql.of(
                        "select " + COLUMNS
                                + " from mass_action a where a.workspace_id = ? and a.agent_id = ? and a.id = ?",
                        workspace,
                        agent,
                        id)
                .on(jdbc)
                .query(Row.as(row -> action(row, failures)))
                .optional();
    }

    /** An agent's own, newest first, without their failures. */
    List<MassAction> page(UUID workspace, UUID agent, @Nullable Cursor after, int limit) {
        Sql sql = Sql.of(
                "select " + COLUMNS + " from mass_action a where a.workspace_id = ? and a.agent_id = ?",
                workspace,
                agent);
        if (after != null) {
            sql.add("and a.id < ?", after.id(0));
        }
        return sql.add("order by a.id desc limit ?", limit)
                .on(jdbc)
                .query(Row.as(row -> action(row, List.of())))
                .list();
    }

    List<String> tags(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select g.name from ticket_tag w join tag g on g.workspace_id = :w and g.id = w.tag_id
                        where w.workspace_id = :w and w.ticket_id = :ticket order by g.name_key
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.text("name")))
                .list();
    }

    void forget(UUID workspace, Instant endedBefore) {
        jdbc.sql("delete from mass_action where workspace_id = :w and ended_at < :before and state not in (1, 4)")
                .param("w", workspace)
                .param("before", Sql.bind(endedBefore))
                .update();
    }

    private MassAction action(Row row, List<MassAction.Failure> failures) throws SQLException {
        MassActionState state = MassActionState.ofCode(row.number("state"));
        Instant ended = row.instantOrNull("ended_at");
        boolean undoable = (state == MassActionState.DONE || state == MassActionState.CANCELLED)
                && row.number("done") > 0
                && ended != null
                && ended.plus(UNDOABLE_FOR).isAfter(clock.instant());
        return new MassAction(
                row.uuid("id"),
                state,
                row.number("total"),
                row.number("done"),
                row.number("unchanged"),
                row.number("failed"),
                row.number("undone"),
                row.number("not_undone"),
                row.instant("created_at"),
                ended,
                undoable,
                failures);
    }
}
