package org.fourleaf.people;

import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves agents. */
@Component
class AgentStore {

    private static final String SELECT = """
            select a.id, a.email, a.name, a.alias, r.name as role, a.language, a.theme, a.time_zone, a.signature_html, a.languages,
                a.skills, a.deactivated_at is null as active, a.erased_at, a.created_at, a.version
            from agent a join role r on r.workspace_id = a.workspace_id and r.id = a.role_id
            where a.workspace_id = ?
            """;

    private final JdbcClient jdbc;

    AgentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Agent> find(UUID workspace, UUID id) {
        return Sql.of(SELECT, workspace)
                .add("and a.id = ?", id)
                .on(jdbc)
                .query(Row.as(AgentStore::agent))
                .optional();
    }

    Optional<Agent> findByEmail(UUID workspace, String email) {
        return Sql.of(SELECT, workspace)
                .add("and a.email = ?", email)
                .on(jdbc)
                .query(Row.as(AgentStore::agent))
                .optional();
    }

    List<Agent> page(UUID workspace, @Nullable Boolean active, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of(SELECT, workspace)
                .addIf(Boolean.TRUE.equals(active), "and a.deactivated_at is null")
                .addIf(Boolean.FALSE.equals(active), "and a.deactivated_at is not null");
        if (after != null) {
            sql.add("and (a.name, a.id) > (?, ?)", after.text(0), after.id(1));
        }
        return sql.add("order by a.name, a.id limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(AgentStore::agent))
                .list();
    }

    List<PersonName> names(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql("select id, email, name from agent where workspace_id = :w and id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(Row.as(row -> new PersonName(row.uuid("id"), row.text("email"), row.text("name"))))
                .list();
    }

    int activeOwners(UUID workspace) {
        return jdbc.sql("""
                        select count(*) from agent a join role r on r.workspace_id = a.workspace_id and r.id = a.role_id
                        where a.workspace_id = :w and a.deactivated_at is null and r.built_in and r.name = 'owner'
                        """).param("w", workspace).query(Integer.class).single();
    }

    /** In the order of ids, until the transaction ends. */
    void lock(UUID workspace, Collection<UUID> ids) {
        jdbc.sql("""
                        select id from agent where workspace_id = :w and id = any (:ids) order by id for no key update
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(UUID.class)
                .list();
    }

    /** As it is once nobody else changes it, until the transaction ends. */
    Optional<Agent> locked(UUID workspace, UUID id) {
        return Sql.of(SELECT, workspace)
                .add("and a.id = ? for update of a", id)
                .on(jdbc)
                .query(Row.as(AgentStore::agent))
                .optional();
    }

    void insert(UUID workspace, Agent agent, UUID role) {
        jdbc.sql("""
                        insert into agent (workspace_id, id, email, name, alias, role_id, language, theme, time_zone, signature_html,
                            languages, skills, created_at)
                        values (:w, :id, :email, :name, :alias, :role, :language, :theme, :zone, :signature,
                            :languages, :skills, :at)
                        """)
                .param("w", workspace)
                .param("id", agent.id())
                .param("email", agent.email())
                .param("name", agent.name())
                .param("alias", agent.alias())
                .param("role", role)
                .param("language", agent.language())
                .param("theme", agent.theme())
                .param("zone", agent.timeZone())
                .param("signature", agent.signatureHtml())
                .param("languages", Sql.bind(agent.languages()))
                .param("skills", Sql.bind(agent.skills()))
                .param("at", Sql.bind(agent.createdAt()))
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Agent agent, UUID role) {
        return jdbc.sql("""
                        update agent set email = :email, name = :name, alias = :alias, role_id = :role, language = :language,
                            theme = :theme, time_zone = :zone, signature_html = :signature, languages = :languages, skills = :skills,
                            deactivated_at = case when :active then null else coalesce(deactivated_at, now()) end,
                            erased_at = :erased,
                            version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", agent.id())
                        .param("version", agent.version())
                        .param("email", agent.email())
                        .param("name", agent.name())
                        .param("alias", agent.alias())
                        .param("role", role)
                        .param("language", agent.language())
                        .param("theme", agent.theme())
                        .param("zone", agent.timeZone())
                        .param("signature", agent.signatureHtml())
                        .param("languages", Sql.bind(agent.languages()))
                        .param("skills", Sql.bind(agent.skills()))
                        .param("active", agent.active())
                        .param("erased", Sql.bind(agent.erasedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    private static Agent agent(Row row) throws SQLException {
        return new Agent(
                row.uuid("id"),
                row.text("email"),
                row.text("name"),
                row.textOrNull("alias"),
                row.text("role"),
                row.text("language"),
                row.text("theme"),
                row.textOrNull("time_zone"),
                row.textOrNull("signature_html"),
                row.texts("languages"),
                row.texts("skills"),
                row.flag("active"),
                row.instantOrNull("erased_at"),
                row.instant("created_at"),
                row.big("version"));
    }
}
