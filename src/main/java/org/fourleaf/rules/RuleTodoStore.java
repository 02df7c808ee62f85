package org.fourleaf.rules;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What waits to be looked at by rules. Of one ticket only the first is handed out, so that its events are taken in their order. */
@Component
class RuleTodoStore {

    /** One that waits. @param attempts how often it failed as a whole */
    record Todo(long id, RuleEvent event, int attempts) {}

    private static final String COLUMNS =
            "t.id, t.ticket_id, t.triggers, t.kind, t.by_kind, t.by_id, t.at, t.facts, t.chain, t.family, t.attempts";
    private static final String FIRST_OF_ITS_TICKET =
            "not exists (select 1 from rule_todo e where e.workspace_id = :w and e.ticket_id = t.ticket_id and e.id < t.id)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RuleTodoStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<UUID> workspacesWithWork() {
        return jdbc.sql("select * from workspaces_with_rules_to_run(:now) as id")
                .param("now", Sql.bind(clock.instant()))
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** In the order given. */
    void insert(UUID workspace, List<RuleEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Columns<RuleEvent> columns = Columns.of(events);
        jdbc.sql("""
                        insert into rule_todo (workspace_id, ticket_id, triggers, kind, by_kind, by_id, at, facts, chain, family, next_try_at)
                        select :w, n.ticket, cast(n.triggers as smallint[]), n.kind, n.by_kind, n.by_id, n.at, n.facts,
                            cast(n.chain as uuid[]), n.family, :now
                        from unnest(:tickets, :triggers, cast(:kinds as smallint[]), cast(:byKinds as smallint[]), :byIds,
                            cast(:ats as timestamptz[]), cast(:facts as jsonb[]), :chains, :families)
                            with ordinality as n(ticket, triggers, kind, by_kind, by_id, at, facts, chain, family, place)
                        order by n.place
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(RuleEvent::ticket))
                .param(
                        "triggers",
                        columns.texts(event -> array(
                                event.triggers().stream().map(RuleTrigger::code).toList())))
                .param("kinds", columns.numbers(event -> event.kind().code()))
                .param("byKinds", columns.numbers(event -> event.byKind().code()))
                .param("byIds", columns.ids(RuleEvent::byId))
                .param("ats", columns.instants(RuleEvent::at))
                .param("facts", columns.texts(event -> event.facts().toString()))
                .param("chains", columns.texts(event -> array(event.chain())))
                .param("families", columns.ids(RuleEvent::family))
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    /** Some that nobody else has, locked until the transaction ends. */
    List<Todo> claim(UUID workspace, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from rule_todo t where t.workspace_id = :w and t.next_try_at <= :now and "
                        + FIRST_OF_ITS_TICKET + " order by t.id limit :limit for update of t skip locked")
                .param("w", workspace)
                .param("now", Sql.bind(clock.instant()))
                .param("limit", limit)
                .query(Row.as(this::todo))
                .list();
    }

    /** This one, unless somebody has it or had it. */
    Optional<Todo> claimOne(UUID workspace, long id) {
        return jdbc.sql("select " + COLUMNS
                        + " from rule_todo t where t.workspace_id = :w and t.id = :id for update of t skip locked")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::todo))
                .optional();
    }

    void done(UUID workspace, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from rule_todo where workspace_id = :w and id = any (:ids)")
                    .param("w", workspace)
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    void tryAgainAt(UUID workspace, long id, Instant moment) {
        jdbc.sql("""
                        update rule_todo set attempts = attempts + 1, next_try_at = :moment where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("moment", Sql.bind(moment))
                .update();
    }

    /** What rules have done in this very transaction, as the log tells it. */
    List<Recorded> ownLines(UUID workspace, int limit) {
        return jdbc.sql("""
                        select * from log where workspace_id = :w and xid = pg_current_xact_id() and by_kind = :rule
                            and ticket_id is not null
                        order by seq limit :limit
                        """)
                .param("w", workspace)
                .param("rule", Actor.Kind.RULE.code())
                .param("limit", limit)
                .query(LogWindowQuery.lines(json))
                .list();
    }

    private Todo todo(Row row) throws SQLException {
        Set<RuleTrigger> triggers = EnumSet.noneOf(RuleTrigger.class);
        for (Object code : (Object[]) row.set().getArray("triggers").getArray()) {
            triggers.add(RuleTrigger.ofCode(((Number) code).intValue()));
        }
        return new Todo(
                row.big("id"),
                new RuleEvent(
                        row.uuid("ticket_id"),
                        triggers,
                        ActivityKind.ofCode(row.number("kind")),
                        Actor.Kind.ofCode(row.number("by_kind")),
                        row.uuidOrNull("by_id"),
                        row.instant("at"),
                        json.readValue(row.text("facts"), ObjectNode.class),
                        row.uuids("chain"),
                        row.uuidOrNull("family")),
                row.number("attempts"));
    }

    private static String array(Collection<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        return "{" + String.join(",", texts) + "}";
    }
}
