package org.fourleaf.levels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.game.GameWords;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves what a workspace changed of the levels, who reached which, and whose turn it is to be looked at. */
@Component
class AgentLevelStore {

    private static final TypeReference<Map<String, GameWords>> TEXTS = new TypeReference<>() {};

    /** An agent who does one thing after the other is not reckoned anew for each. */
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(30);

    /** That an agent reached a level. */
    record Grant(UUID agent, String level, Instant at) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AgentLevelStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Lowest first. */
    List<Level> all(UUID workspace) {
        Map<String, Level> changed = new HashMap<>();
        jdbc.sql("select id, condition, texts, version from level where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> {
                    String condition = row.textOrNull("condition");
                    Level level = new Level(
                            row.text("id"),
                            0,
                            condition == null ? "" : condition,
                            json.readValue(row.text("texts"), TEXTS),
                            row.big("version"));
                    changed.put(level.id(), level);
                    return level;
                }))
                .list();
        List<Level> all = new ArrayList<>();
        for (Level shipped : ShippedLevels.all()) {
            Level own = changed.get(shipped.id());
            all.add(
                    own == null
                            ? shipped
                            : new Level(
                                    shipped.id(),
                                    shipped.place(),
                                    own.condition().isEmpty() ? shipped.condition() : own.condition(),
                                    own.texts(),
                                    own.version()));
        }
        return all;
    }

    /** @return whether it still had the version that was read; 0 is that of a shipped one nobody changed */
    boolean save(UUID workspace, Level level) {
        return jdbc.sql("""
                        insert into level as l (workspace_id, id, condition, texts) values (:w, :id, :condition, cast(:texts as jsonb))
                        on conflict (workspace_id, id) do update set condition = excluded.condition, texts = excluded.texts,
                            version = l.version + 1 where l.version = :version
                        """)
                        .param("w", workspace)
                        .param("id", level.id())
                        .param("condition", level.condition())
                        .param("texts", json.writeValueAsString(level.texts()))
                        .param("version", level.version())
                        .update()
                == 1;
    }

    List<Grant> grants(UUID workspace, Collection<UUID> agents) {
        return jdbc.sql("""
                        select agent_id, level_id, at from level_grant where workspace_id = :w and agent_id = any (:agents)
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .query(Row.as(row -> new Grant(row.uuid("agent_id"), row.text("level_id"), row.instant("at"))))
                .list();
    }

    /** @return whether they had not reached it */
    boolean grant(UUID workspace, Grant grant) {
        return jdbc.sql("""
                        insert into level_grant (workspace_id, agent_id, level_id, at) values (:w, :agent, :level, :at)
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("agent", grant.agent())
                        .param("level", grant.level())
                        .param("at", Sql.bind(grant.at()))
                        .update()
                == 1;
    }

    void look(UUID workspace, Collection<UUID> agents, Instant now) {
        jdbc.sql("""
                        insert into level_check as c (workspace_id, agent_id, due_at, checked_at)
                        select :w, a, :now, 'epoch' from unnest(:agents) as a order by a
                        on conflict (workspace_id, agent_id) do update
                            set due_at = greatest(excluded.due_at, c.checked_at + make_interval(secs => :every))
                            where c.due_at is null
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .param("now", Sql.bind(now))
                .param("every", CHECKED_EVERY.toSeconds())
                .update();
    }

    /** Takes those whose turn it is. */
    List<UUID> due(UUID workspace, Instant now, int max) {
        return jdbc.sql("""
                        update level_check c set due_at = null, checked_at = :now from (
                            select agent_id from level_check where workspace_id = :w and due_at <= :now
                            order by due_at limit :max for update skip locked) as d
                        where c.workspace_id = :w and c.agent_id = d.agent_id returning c.agent_id
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("max", max)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list();
    }
}
