package org.fourleaf.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each rule did: kept for {@value RuleClockwork#KEPT_DAYS} days. */
@Component
class RuleRunStore {

    private static final int DETAIL_LENGTH_MAX = 1_000;

    /** How it went. Codes are stored. */
    enum Outcome {
        RAN(1),
        FAILED(2),
        /** Others had set it off too often in a row. */
        LOOP(3),
        /** It is broken: nothing was done, and whoever mends it finds the tickets here. */
        PASSED_OVER(4);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        static Outcome ofCode(int code) {
            return values()[code - 1];
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One run. @param ticket none for one that is gone or may not be seen */
    record Run(
            UUID id,
            Instant at,
            @Nullable About ticket,
            Outcome outcome,
            @Nullable String detail) {}

    /** The ticket it was about. */
    record About(String code, String subject) {}

    private final JdbcClient jdbc;

    RuleRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID workspace, UUID rule, UUID ticket, Instant at, Outcome outcome, @Nullable String detail) {
        insert(workspace, rule, ticket, at, outcome, detail, null);
    }

    /** @param family what it follows from, when it was set off by rules */
    void insert(
            UUID workspace,
            UUID rule,
            UUID ticket,
            Instant at,
            Outcome outcome,
            @Nullable String detail,
            @Nullable UUID family) {
        jdbc.sql("""
                        insert into rule_run (workspace_id, id, rule_id, ticket_id, at, outcome, detail, family)
                        values (:w, :id, :rule, :ticket, :at, :outcome, :detail, cast(:family as uuid))
                        """)
                .param("w", workspace)
                .param("id", Ids.next())
                .param("rule", rule)
                .param("ticket", ticket)
                .param("at", Sql.bind(at))
                .param("outcome", outcome.code)
                .param("detail", detail == null ? null : Texts.cut(Texts.clean(detail), DETAIL_LENGTH_MAX))
                .param("family", family)
                .update();
    }

    /** How often a rule ran on a ticket since. */
    int since(UUID workspace, UUID rule, UUID ticket, Instant moment) {
        return jdbc.sql("""
                        select count(*) as n from rule_run
                        where workspace_id = :w and ticket_id = :ticket and rule_id = :rule and at >= :since
                        """)
                .param("w", workspace)
                .param("rule", rule)
                .param("ticket", ticket)
                .param("since", Sql.bind(moment))
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** How many tickets a broken rule has passed over, counted up to a limit. */
    int passedOver(UUID workspace, UUID rule, int max) {
        return jdbc.sql("""
                        select count(*) as n from (
                            select 1 from rule_run where workspace_id = :w and rule_id = :rule and outcome = 4 limit :max) as passed
                        """)
                .param("w", workspace)
                .param("rule", rule)
                .param("max", max)
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** How many runs have followed from one event. */
    int inFamily(UUID workspace, UUID family) {
        return jdbc.sql("select count(*) as n from rule_run where workspace_id = :w and family = :family")
                .param("w", workspace)
                .param("family", family)
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** Newest first. */
    List<Run> page(UUID workspace, UUID rule, DepartmentSight sight, @Nullable UUID before, int limit) {
        return Sql.of("select r.id, r.at, r.outcome, r.detail, t.code, t.subject from rule_run r")
                .add("left join ticket t on t.workspace_id = r.workspace_id and t.id = r.ticket_id")
                .addIf(!sight.all(), "and t.department_id = any (?)", sight.ids())
                .add("where r.workspace_id = ? and r.rule_id = ?", workspace, rule)
                .addIf(before != null, "and r.id < ?", before)
                .add("order by r.id desc limit ?", limit)
                .on(jdbc)
                .query(Row.as(row -> {
                    String code = row.textOrNull("code");
                    return new Run(
                            row.uuid("id"),
                            row.instant("at"),
                            code == null ? null : new About(code, row.text("subject")),
                            Outcome.ofCode(row.number("outcome")),
                            row.textOrNull("detail"));
                }))
                .list();
    }

    /** When each of the rules ran last. */
    Map<UUID, Instant> last(UUID workspace, Collection<UUID> rules) {
        Map<UUID, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select r.id, (select max(n.at) from (select at from rule_run x
                                where x.workspace_id = :w and x.rule_id = r.id order by x.id desc limit 1) as n) as at
                        from rule r where r.workspace_id = :w and r.id = any (:rules)
                        """)
                .param("w", workspace)
                .param("rules", Sql.bind(rules))
                .query(Row.as(row -> {
                    Instant at = row.instantOrNull("at");
                    return Map.entry(row.uuid("id"), at == null ? Instant.MIN : at);
                }))
                .list()
                .forEach(entry -> {
                    if (!entry.getValue().equals(Instant.MIN)) {
                        last.put(entry.getKey(), entry.getValue());
                    }
                });
        return last;
    }

    void forget(UUID workspace, Instant before) {
        jdbc.sql("delete from rule_run where workspace_id = :w and at < :before")
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .update();
    }
}
