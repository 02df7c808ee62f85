package org.fourleaf.fields;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves definitions of fields. */
@Component
class FieldStore {

    private static final String SELECT =
            "select id, subject, key, name, type, options, required, place, help, archived_at is not null as archived, version"
                    + " from field where workspace_id = :w";

    private static final RowMapper<Field> FIELDS = Row.as(row -> new Field(
            row.uuid("id"),
            FieldSubject.ofCode(row.number("subject")),
            row.text("key"),
            row.text("name"),
            FieldType.ofCode(row.number("type")),
            row.texts("options"),
            FieldNeed.ofCode(row.number("required")),
            row.big("place"),
            row.textOrNull("help"),
            row.flag("archived"),
            row.big("version")));

    private final JdbcClient jdbc;

    FieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All there are, archived ones too: a subject has at most {@link FieldEditing#FIELDS_MAX}. */
    List<Field> of(UUID workspace, FieldSubject subject) {
        return jdbc.sql(SELECT + " and subject = :subject order by place, id")
                .param("w", workspace)
                .param("subject", subject.code())
                .query(FIELDS)
                .list();
    }

    Optional<Field> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(FIELDS)
                .optional();
    }

    /** False when the subject has a field of the key. */
    boolean insert(UUID workspace, Field field) {
        return jdbc.sql("""
                        insert into field (workspace_id, id, subject, key, name, type, options, required, place, help)
                        values (:w, :id, :subject, :key, :name, :type, :options, :required, :place, :help)
                        on conflict (workspace_id, subject, key) do nothing
                        """)
                        .param("w", workspace)
                        .param("id", field.id())
                        .param("subject", field.subject().code())
                        .param("key", field.key())
                        .param("name", field.name())
                        .param("type", field.type().code())
                        .param("options", Sql.bind(field.options()))
                        .param("required", field.required().code())
                        .param("place", field.order())
                        .param("help", field.help())
                        .update()
                == 1;
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Field field) {
        return jdbc.sql("""
                        update field set name = :name, options = :options, required = :required, place = :place, help = :help,
                            archived_at = case when :archived then coalesce(archived_at, now()) end, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", field.id())
                        .param("name", field.name())
                        .param("options", Sql.bind(field.options()))
                        .param("required", field.required().code())
                        .param("place", field.order())
                        .param("help", field.help())
                        .param("archived", field.archived())
                        .param("version", field.version())
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from field where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }
}
