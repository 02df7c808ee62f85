package org.fourleaf.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves faces. */
@Component
class AvatarStore {

    /** One as it is sent. */
    record Stored(String hash, byte[] content) {}

    private final JdbcClient jdbc;

    AvatarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where each agent's is; those without one are left out. */
    Map<UUID, String> urls(UUID workspace, Collection<UUID> agents) {
        Map<UUID, String> urls = new HashMap<>();
        jdbc.sql("select agent_id, hash from agent_avatar where workspace_id = :w and agent_id = any (:agents)")
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .query(Row.as(row -> Map.entry(row.uuid("agent_id"), row.text("hash"))))
                .list()
                .forEach(one ->
                        urls.put(one.getKey(), "/api/v1/agents/" + one.getKey() + "/avatar?v=" + one.getValue()));
        return urls;
    }

    Optional<Stored> find(UUID workspace, UUID agent, boolean large) {
        return jdbc.sql("select hash, " + (large ? "large" : "small")
                        + " as content from agent_avatar where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query((rows, n) -> new Stored(rows.getString("hash"), rows.getBytes("content")))
                .optional();
    }

    void put(UUID workspace, UUID agent, AvatarPicture picture) {
        jdbc.sql("""
                        insert into agent_avatar (workspace_id, agent_id, hash, small, large) values (:w, :agent, :hash, :small, :large)
                        on conflict (workspace_id, agent_id) do update set hash = :hash, small = :small, large = :large
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("hash", picture.hash())
                .param("small", picture.small())
                .param("large", picture.large())
                .update();
    }

    /** @return whether there was one */
    boolean delete(UUID workspace, UUID agent) {
        return jdbc.sql("delete from agent_avatar where workspace_id = :w and agent_id = :agent")
                        .param("w", workspace)
                        .param("agent", agent)
                        .update()
                == 1;
    }
}
