package org.fourleaf.rules;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves rules. Whoever changes one raises the version of the set, so that every node reads it anew. */
@Component
class RulesStore {

    private static final String COLUMNS =
            "id, name, notes, active, applies_when, condition, actions, stops, place, failures, trouble, basis, seconds, version";
    private static final TypeReference<List<RuleAction>> ACTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RulesStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** 0 where there never was a rule. */
    long setVersion(UUID workspace) {
        return jdbc.sql("select version from rule_set where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.big("version")))
                .optional()
                .orElse(0L);
    }

    /** From here to the end of the transaction nobody else changes rules. */
    void raiseSetVersion(UUID workspace) {
        jdbc.sql("""
                        insert into rule_set as s (workspace_id, version) values (:w, 1)
                        on conflict (workspace_id) do update set version = s.version + 1
                        """).param("w", workspace).update();
    }

    /** All that are not deleted, in their order, time rules among them. */
    List<Rule> all(UUID workspace) {
        return jdbc.sql("select " + COLUMNS
                        + " from rule where workspace_id = :w and deleted_at is null order by place, id limit :max")
                .param("w", workspace)
                .param("max", Rule.RULES_MAX)
                .query(Row.as(this::rule))
                .list();
    }

    Optional<Rule> find(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from rule where workspace_id = :w and id = :id and deleted_at is null")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::rule))
                .optional();
    }

    int count(UUID workspace) {
        return jdbc.sql("select count(*) as n from rule where workspace_id = :w and deleted_at is null")
                .param("w", workspace)
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** Behind all others. */
    void insert(UUID workspace, Rule rule) {
        jdbc.sql("""
                        insert into rule (workspace_id, id, name, notes, active, applies_when, condition, actions, stops, basis,
                            seconds, place, created_at, changed_at)
                        select :w, :id, :name, :notes, :active, :when, cast(:condition as jsonb), cast(:actions as jsonb), :stops,
                            cast(:basis as smallint), cast(:seconds as bigint), coalesce(max(place), 0) + 1, :now, :now
                        from rule where workspace_id = :w
                        """)
                .param("w", workspace)
                .param("id", rule.id())
                .param("name", rule.name())
                .param("notes", rule.notes())
                .param("active", rule.active())
                .param("when", rule.appliesWhen().code())
                .param("condition", json.writeValueAsString(rule.condition()))
                .param("actions", json.writeValueAsString(rule.actions()))
                .param("stops", rule.stops())
                .param("basis", basis(rule))
                .param("seconds", seconds(rule))
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    /** Forgets its failures and troubles. @return whether it still had the version that was read */
    boolean update(UUID workspace, Rule rule) {
        return jdbc.sql("""
                        update rule set name = :name, notes = :notes, active = :active, applies_when = :when,
                            condition = cast(:condition as jsonb), actions = cast(:actions as jsonb), stops = :stops, failures = 0,
                            basis = cast(:basis as smallint), seconds = cast(:seconds as bigint), trouble = null, changed_at = :now, version = version + 1
                        where workspace_id = :w and id = :id and version = :version and deleted_at is null
                        """)
                        .param("w", workspace)
                        .param("id", rule.id())
                        .param("name", rule.name())
                        .param("notes", rule.notes())
                        .param("active", rule.active())
                        .param("when", rule.appliesWhen().code())
                        .param("condition", json.writeValueAsString(rule.condition()))
                        .param("actions", json.writeValueAsString(rule.actions()))
                        .param("stops", rule.stops())
                        .param("basis", basis(rule))
                        .param("seconds", seconds(rule))
                        .param("version", rule.version())
                        .param("now", Sql.bind(clock.instant()))
                        .update()
                == 1;
    }

    /** Its name stays for the tickets whose history tells of it. */
    void delete(UUID workspace, UUID id) {
        jdbc.sql("update rule set deleted_at = :now, active = false where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    /** In this order; those not named follow in the order they had. */
    void arrange(UUID workspace, List<UUID> order) {
        jdbc.sql("""
                        update rule r set place = n.place from (
                            select o.id, row_number() over (order by array_position(cast(:order as uuid[]), o.id) nulls last, o.place, o.id) as place
                            from rule o where o.workspace_id = :w and o.deleted_at is null) as n
                        where r.workspace_id = :w and r.id = n.id and r.place <> n.place
                        """)
                .param("w", workspace)
                .param("order", order.toArray(UUID[]::new))
                .update();
    }

    void setTrouble(UUID workspace, UUID id, @Nullable RuleTrouble trouble) {
        jdbc.sql("update rule set trouble = cast(:trouble as jsonb) where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("trouble", trouble == null ? null : json.writeValueAsString(trouble))
                .update();
    }

    /** @return how often it failed in a row now */
    int failed(UUID workspace, UUID id) {
        return jdbc.sql(
                        "update rule set failures = failures + 1 where workspace_id = :w and id = :id returning failures")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> row.number("failures")))
                .single();
    }

    void ranWell(UUID workspace, UUID id) {
        jdbc.sql("update rule set failures = 0 where workspace_id = :w and id = :id and failures > 0")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static @Nullable Integer basis(Rule rule) {
        return rule.basis() == null ? null : rule.basis().code();
    }

    private static @Nullable Long seconds(Rule rule) {
        return rule.basis() == null ? null : rule.seconds();
    }

    private Rule rule(Row row) throws SQLException {
        String trouble = row.textOrNull("trouble");
        Integer basis = row.numberOrNull("basis");
        return new Rule(
                row.uuid("id"),
                row.text("name"),
                row.text("notes"),
                row.flag("active"),
                RuleTrigger.ofCode(row.number("applies_when")),
                json.readValue(row.text("condition"), ConditionForm.class),
                json.readValue(row.text("actions"), ACTIONS),
                row.flag("stops"),
                row.number("place"),
                row.number("failures"),
                trouble == null ? null : json.readValue(trouble, RuleTrouble.class),
                basis == null ? null : TimeBasis.ofCode(basis),
                row.big("seconds"),
                row.big("version"));
    }
}
