package org.fourleaf.people;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves skills, and their names where agents carry them. */
@Component
class SkillStore {

    private static final String SELECT = """
            select s.id, s.name, s.version, (select count(*) from agent a where a.workspace_id = :w and a.deactivated_at is null
                and a.skills @> array[s.name]) as agents
            from skill s where s.workspace_id = :w
            """;

    private final JdbcClient jdbc;

    SkillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Skill> all(UUID workspace) {
        return jdbc.sql(SELECT + " order by s.name_key")
                .param("w", workspace)
                .query(Row.as(SkillStore::skill))
                .list();
    }

    Optional<Skill> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " and s.id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(SkillStore::skill))
                .optional();
    }

    /** The names by their keys, of those there are. */
    List<String> names(UUID workspace, Collection<String> keys) {
        return jdbc.sql("select name from skill where workspace_id = :w and name_key = any (:keys)")
                .param("w", workspace)
                .param("keys", Sql.bind(keys))
                .query(String.class)
                .list();
    }

    int count(UUID workspace) {
        return jdbc.sql("select count(*) from skill where workspace_id = :w")
                .param("w", workspace)
                .query(Integer.class)
                .single();
    }

    /** In the order of ids, until the transaction ends. @return those there are */
    List<UUID> lock(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql("select id from skill where workspace_id = :w and id = any (:ids) order by id for update")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(UUID.class)
                .list();
    }

    /** @return whether there was none of the name */
    boolean insert(UUID workspace, UUID id, String name) {
        return jdbc.sql("""
                        insert into skill (workspace_id, id, name, name_key) values (:w, :id, :name, :key)
                        on conflict (workspace_id, name_key) do nothing
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("name", name)
                        .param("key", Texts.key(name))
                        .update()
                == 1;
    }

    /** @return whether it still had the version that was read */
    boolean rename(UUID workspace, Skill skill) {
        return jdbc.sql("""
                        update skill set name = :name, name_key = :key, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", skill.id())
                        .param("name", skill.name())
                        .param("key", Texts.key(skill.name()))
                        .param("version", skill.version())
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from skill where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** Whoever has the one has the other from now on, once. */
    void replace(UUID workspace, String was, String now) {
        jdbc.sql("""
                        update agent set version = version + 1, skills = case when skills @> array[cast(:now as text)]
                            then array_remove(skills, :was) else array_replace(skills, :was, :now) end
                        where workspace_id = :w and skills @> array[cast(:was as text)]
                        """).param("w", workspace).param("was", was).param("now", now).update();
    }

    void takeAway(UUID workspace, String name) {
        jdbc.sql("""
                        update agent set version = version + 1, skills = array_remove(skills, :name)
                        where workspace_id = :w and skills @> array[cast(:name as text)]
                        """).param("w", workspace).param("name", name).update();
    }

    private static Skill skill(Row row) throws SQLException {
        return new Skill(row.uuid("id"), row.text("name"), row.number("agents"), row.big("version"));
    }
}
