package org.fourleaf.templates;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves the texts somebody rewrote. */
@Component
class TemplateStore {

    private static final String SELECT =
            "select kind, department_id, language, subject, html, version from mail_template where workspace_id = :w";
    private static final String THIS_ONE =
            " and kind = :kind and department_id is not distinct from :department and language = :language";

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MailTemplate> all(UUID workspace) {
        return jdbc.sql(SELECT + " order by kind, language, department_id nulls first")
                .param("w", workspace)
                .query(Row.as(TemplateStore::template))
                .list();
    }

    /** Those of a department, and of all departments. */
    List<MailTemplate> of(UUID workspace, TemplateKind kind, @Nullable UUID department) {
        return jdbc.sql(SELECT + " and kind = :kind and (department_id is null or department_id = :department)")
                .param("w", workspace)
                .param("kind", kind.code())
                .param("department", department)
                .query(Row.as(TemplateStore::template))
                .list();
    }

    Optional<MailTemplate> find(UUID workspace, TemplateKind kind, @Nullable UUID department, String language) {
        return jdbc.sql(SELECT + THIS_ONE)
                .param("w", workspace)
                .param("kind", kind.code())
                .param("department", department)
                .param("language", language)
                .query(Row.as(TemplateStore::template))
                .optional();
    }

    long count(UUID workspace) {
        return jdbc.sql("select count(*) from mail_template where workspace_id = :w")
                .param("w", workspace)
                .query(Long.class)
                .single();
    }

    /** Writes over whatever is there. */
    void put(UUID workspace, MailTemplate template) {
        jdbc.sql("""
                        insert into mail_template (workspace_id, id, kind, department_id, language, subject, html)
                        values (:w, :id, :kind, :department, :language, :subject, :html)
                        on conflict (workspace_id, kind, department_id, language)
                        do update set subject = excluded.subject, html = excluded.html, version = mail_template.version + 1
                        """)
                .param("w", workspace)
                .param("id", Ids.next())
                .param("kind", template.kind().code())
                .param("department", template.department())
                .param("language", template.language())
                .param("subject", template.subject())
                .param("html", template.html())
                .update();
    }

    void delete(UUID workspace, TemplateKind kind, @Nullable UUID department, String language) {
        jdbc.sql("delete from mail_template where workspace_id = :w" + THIS_ONE)
                .param("w", workspace)
                .param("kind", kind.code())
                .param("department", department)
                .param("language", language)
                .update();
    }

    void deleteOf(UUID workspace, UUID department) {
        jdbc.sql("delete from mail_template where workspace_id = :w and department_id = :department")
                .param("w", workspace)
                .param("department", department)
                .update();
    }

    private static MailTemplate template(Row row) throws SQLException {
        return new MailTemplate(
                TemplateKind.ofCode(row.number("kind")),
                row.uuidOrNull("department_id"),
                row.text("language"),
                row.text("subject"),
                row.text("html"),
                row.big("version"));
    }
}
