package org.fourleaf.people;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves workspaces: the one table of ours that lies outside row-level security. */
@Component
class WorkspaceStore {

    private static final String COLUMNS = "select id, name, time_zone, language, demo from workspace";
    private static final long OPENING_LOCK = 4_001;

    private final JdbcClient jdbc;

    WorkspaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who set up at the same moment come in one after the other. */
    void lockOpening() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
                .param("lock", OPENING_LOCK)
                .query(String.class)
                .single();
    }

    /** What changes the workspace as a whole comes one after the other. */
    void lock(UUID id) {
        jdbc.sql("select id from workspace where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from workspace)")
                .query(Boolean.class)
                .single();
    }

    Optional<Workspace> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Row.as(WorkspaceStore::workspace))
                .optional();
    }

    WorkspaceCard card(UUID id) {
        return jdbc.sql(
                        "select id, name, time_zone, language, host, demo, created_at, version from workspace where id = :id")
                .param("id", id)
                .query(Row.as(row -> new WorkspaceCard(
                        row.uuid("id"),
                        row.text("name"),
                        row.text("time_zone"),
                        row.text("language"),
                        row.textOrNull("host"),
                        row.flag("demo"),
                        row.instant("created_at"),
                        row.big("version"))))
                .single();
    }

    void update(WorkspaceCard workspace) {
        jdbc.sql(
                        "update workspace set name = :name, time_zone = :zone, language = :language, version = version + 1 where id = :id")
                .param("id", workspace.id())
                .param("name", workspace.name())
                .param("zone", workspace.timeZone())
                .param("language", workspace.language())
                .update();
    }

    /** The one of this host, or the default one, which has none. */
    Optional<Workspace> byHost(String host) {
        return jdbc.sql(COLUMNS + """
                         where suspended_at is null and (host = :host or host is null)
                        order by host nulls last, created_at limit 1
                        """)
                .param("host", host)
                .query(Row.as(WorkspaceStore::workspace))
                .optional();
    }

    /** Its own host, when it has one. */
    Optional<String> host(UUID id) {
        return jdbc.sql("select host from workspace where id = :id and host is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<String> seenOrigin(UUID id) {
        return jdbc.sql("select seen_origin from workspace where id = :id and seen_origin is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** When the agent may run the workspace. */
    void see(UUID id, UUID agent, String origin) {
        jdbc.sql("""
                        update workspace w set seen_origin = :origin
                        where w.id = :id and w.seen_origin is distinct from :origin and exists (
                            select 1 from agent a join role r on r.workspace_id = a.workspace_id and r.id = a.role_id
                            where a.workspace_id = :id and a.id = :agent and r.permissions @> array['workspace_manage'])
                        """)
                .param("id", id)
                .param("agent", agent)
                .param("origin", origin)
                .update();
    }

    void insert(Workspace workspace) {
        jdbc.sql(
                        "insert into workspace (id, name, time_zone, language, demo) values (:id, :name, :zone, :language, :demo)")
                .param("id", workspace.id())
                .param("name", workspace.name())
                .param("zone", workspace.timeZone())
                .param("language", workspace.language())
                .param("demo", workspace.demo())
                .update();
    }

    private static Workspace workspace(Row row) throws SQLException {
        return new Workspace(
                row.uuid("id"), row.text("name"), row.text("time_zone"), row.text("language"), row.flag("demo"));
    }
}
