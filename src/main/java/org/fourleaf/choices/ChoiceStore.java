package org.fourleaf.choices;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves the words of the lists. */
@Component
class ChoiceStore {

    private static final String SELECT =
            "select id, kind, name, status, place, archived_at is not null as archived, version from choice where workspace_id = :w";

    private static final RowMapper<Choice> CHOICES = Row.as(row -> new Choice(
            row.uuid("id"),
            ChoiceKind.ofCode(row.number("kind")),
            row.text("name"),
            row.textOrNull("status"),
            row.big("place"),
            row.flag("archived"),
            row.big("version")));

    private final JdbcClient jdbc;

    ChoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All there are, archived ones too: a list has at most {@link ChoiceEditing#CHOICES_MAX}. */
    List<Choice> of(UUID workspace, ChoiceKind kind) {
        return jdbc.sql(SELECT + " and kind = :kind order by place, id")
                .param("w", workspace)
                .param("kind", kind.code())
                .query(CHOICES)
                .list();
    }

    Optional<Choice> find(UUID workspace, ChoiceKind kind, UUID id) {
        return jdbc.sql(SELECT + " and kind = :kind and id = :id")
                .param("w", workspace)
                .param("kind", kind.code())
                .param("id", id)
                .query(CHOICES)
                .optional();
    }

    Optional<Choice> byName(UUID workspace, ChoiceKind kind, String name) {
        return jdbc.sql(SELECT + " and kind = :kind and name_key = :key")
                .param("w", workspace)
                .param("kind", kind.code())
                .param("key", Texts.key(name))
                .query(CHOICES)
                .optional();
    }

    /** False when the list has the name. */
    boolean insert(UUID workspace, Choice choice) {
        return jdbc.sql("""
                        insert into choice (workspace_id, id, kind, name, name_key, status, place)
                        values (:w, :id, :kind, :name, :key, :status, :place)
                        on conflict (workspace_id, kind, name_key) do nothing
                        """)
                        .param("w", workspace)
                        .param("id", choice.id())
                        .param("kind", choice.kind().code())
                        .param("name", choice.name())
                        .param("key", Texts.key(choice.name()))
                        .param("status", choice.status())
                        .param("place", choice.order())
                        .update()
                == 1;
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Choice choice) {
        return jdbc.sql("""
                        update choice set name = :name, name_key = :key, place = :place, version = version + 1,
                            archived_at = case when :archived then coalesce(archived_at, now()) end
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", choice.id())
                        .param("name", choice.name())
                        .param("key", Texts.key(choice.name()))
                        .param("place", choice.order())
                        .param("archived", choice.archived())
                        .param("version", choice.version())
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from choice where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }
}
