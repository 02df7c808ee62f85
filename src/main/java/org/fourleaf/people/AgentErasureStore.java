package org.fourleaf.people;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who was erased until all that follows is done. */
@Component
class AgentErasureStore {

    /** @param step the name of the module whose turn it is, none at first @param place where it goes on */
    record Work(
            ErasedAgent who,
            @Nullable String step,
            @Nullable String place) {}

    private final JdbcClient jdbc;

    AgentErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Actor by, ErasedAgent who, Instant at) {
        jdbc.sql("""
                        insert into agent_erasure (workspace_id, agent_id, asked_by, asked_at, names, addresses)
                        values (:w, :agent, :by, :at, :names, :addresses)
                        """)
                .param("w", by.workspace())
                .param("agent", who.agent())
                .param("by", by.isAgent() ? by.id() : null, Types.OTHER)
                .param("at", Sql.bind(at))
                .param("names", Sql.bind(who.names()))
                .param("addresses", Sql.bind(who.addresses()))
                .update();
    }

    Optional<AgentErasure> find(UUID workspace, UUID agent) {
        return jdbc.sql(
                        "select agent_id, asked_at, done_at from agent_erasure where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row ->
                        new AgentErasure(row.uuid("agent_id"), row.instant("asked_at"), row.instantOrNull("done_at"))))
                .optional();
    }

    /** Those not done, the oldest first. */
    List<UUID> left(UUID workspace, int limit) {
        return jdbc.sql("""
                        select agent_id from agent_erasure where workspace_id = :w and done_at is null order by asked_at limit :limit
                        """)
                .param("w", workspace)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Held while a batch of it is done, so that two nodes don't do the same; none when somebody holds it or it is done. */
    Optional<Work> take(UUID workspace, UUID agent) {
        return jdbc.sql("""
                        select e.agent_id, a.name as word, e.names, e.addresses, e.step, e.place from agent_erasure e
                        join agent a on a.workspace_id = e.workspace_id and a.id = e.agent_id
                        where e.workspace_id = :w and e.agent_id = :agent and e.done_at is null for update of e skip locked
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> new Work(
                        new ErasedAgent(
                                row.uuid("agent_id"), row.text("word"), row.texts("names"), row.texts("addresses")),
                        row.textOrNull("step"),
                        row.textOrNull("place"))))
                .optional();
    }

    void goOn(UUID workspace, UUID agent, String step, @Nullable String place) {
        jdbc.sql("""
                        update agent_erasure set step = :step, place = cast(:place as text) where workspace_id = :w and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("step", step)
                .param("place", place)
                .update();
    }

    void done(UUID workspace, UUID agent, Instant at) {
        jdbc.sql("""
                        update agent_erasure set done_at = :at, names = '{}', addresses = '{}', step = null, place = null
                        where workspace_id = :w and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("at", Sql.bind(at))
                .update();
    }
}
