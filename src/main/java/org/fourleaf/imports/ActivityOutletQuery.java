package org.fourleaf.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as an export has it: its lines in order, and what everything in them is called outside. */
@Component
@Transactional(readOnly = true)
class ActivityOutletQuery {

    private static final int PAGE_SIZE = 1_000;

    private static final Integer[] KINDS =
            ActivityForm.all().keySet().stream().map(ActivityKind::code).toArray(Integer[]::new);

    /** What the ids of some lines are called: e-mails of agents and customers, names, outside ids of tickets. */
    record Spoken(Map<UUID, String> names, Map<UUID, ActivityWords.Words> words) {

        ActivityWords.@Nullable Words wordsOf(Recorded line) {
            UUID id = id(line.facts().get(ActivityWords.FACT));
            return id == null ? null : words.get(id);
        }

        static @Nullable UUID id(@Nullable JsonNode fact) {
            if (fact == null || !fact.isString()) {
                return null;
            }
            try {
                return UUID.fromString(fact.stringValue());
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    private final JdbcClient jdbc;
    private final RowMapper<Recorded> lines;
    private final ActivityWords words;

    ActivityOutletQuery(JdbcClient jdbc, JsonMapper json, ActivityWords words) {
        this.jdbc = jdbc;
        this.lines = LogWindowQuery.lines(json);
        this.words = words;
    }

    List<Recorded> page(UUID workspace, Outlet.Range range, long after) {
        Sql sql = Sql.of("select * from log where workspace_id = ? and seq > ?", workspace, after)
                .add("and kind = any (cast(? as smallint[]))", (Object) KINDS)
                .addIf(range.from() != null, "and at >= ?", range.from())
                .addIf(range.to() != null, "and at < ?", range.to());
        return sql.add("order by seq limit ?", PAGE_SIZE).on(jdbc).query(lines).list();
    }

    Spoken spoken(UUID workspace, List<Recorded> page) {
        Set<UUID> agents = new HashSet<>();
        Set<UUID> customers = new HashSet<>();
        Set<UUID> tickets = new HashSet<>();
        Set<UUID> others = new HashSet<>();
        Set<UUID> said = new HashSet<>();
        for (Recorded line : page) {
            add(agents, line.agent());
            add(customers, line.customer());
            add(tickets, line.ticket());
            add(others, line.department());
            add(said, Spoken.id(line.facts().get(ActivityWords.FACT)));
            for (ActivityForm.Part part : ActivityForm.all().getOrDefault(line.kind(), List.of())) {
                UUID id = Spoken.id(line.facts().get(part.name()));
                add(part.type() == ActivityForm.Type.AGENT ? agents : others, id);
            }
        }
        Map<UUID, String> names = new HashMap<>();
        names(names, workspace, agents, """
                select id, email as name from agent where workspace_id = :w and id = any (:ids)
                """);
        names(names, workspace, customers, """
                select id, external_id as name from import_key where workspace_id = :w and kind = 5 and id = any (:ids)
                union all select customer_id, address from customer_address
                where workspace_id = :w and customer_id = any (:ids) and is_primary
                """);
        names(names, workspace, tickets, """
                select id, code as name from ticket where workspace_id = :w and id = any (:ids)
                union all select id, external_id from import_key where workspace_id = :w and kind = 3 and id = any (:ids)
                """);
        names(names, workspace, others, """
                select id, name from department where workspace_id = :w and id = any (:ids)
                union all select id, name from tag where workspace_id = :w and id = any (:ids)
                """);
        return new Spoken(names, words.find(workspace, said));
    }

    /** Of two names of one thing the later wins. */
    private void names(Map<UUID, String> names, UUID workspace, Collection<UUID> ids, String sql) {
        if (!ids.isEmpty()) {
            jdbc.sql(sql)
                    .param("w", workspace)
                    .param("ids", Sql.bind(ids))
                    .query(Row.as(row -> Map.entry(row.uuid("id"), row.text("name"))))
                    .list()
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
