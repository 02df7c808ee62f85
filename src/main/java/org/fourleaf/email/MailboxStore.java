package org.fourleaf.email;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves mailboxes. A deleted one stays: its reply addresses are in customers' hands. */
@Component
class MailboxStore {

    /** Where an address leads. */
    record Place(UUID workspace, UUID mailbox) {}

    private static final String SELECT = """
            select m.id, m.address, m.name, m.department_id, d.name as department, m.reply_secret, m.deleted_at, m.version
            from mailbox m left join department d on d.workspace_id = m.workspace_id and d.id = m.department_id
            where m.workspace_id = :w
            """;

    private final JdbcClient jdbc;

    MailboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks across workspaces. @param replyDomain also finds any mailbox of this domain, if given */
    Optional<Place> place(List<String> addresses, @Nullable String replyDomain) {
        return jdbc.sql("select workspace_id, mailbox_id from find_mailbox(:wanted, :domain)")
                .param("wanted", addresses.toArray(String[]::new))
                .param("domain", replyDomain)
                .query(Row.as(row -> new Place(row.uuid("workspace_id"), row.uuid("mailbox_id"))))
                .optional();
    }

    /** Deleted ones too, oldest first. */
    List<Mailbox> all(UUID workspace) {
        return jdbc.sql(SELECT + " order by m.created_at, m.id")
                .param("w", workspace)
                .query(Row.as(MailboxStore::mailbox))
                .list();
    }

    Optional<Mailbox> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " and m.id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(MailboxStore::mailbox))
                .optional();
    }

    void insert(UUID workspace, Mailbox mailbox) {
        jdbc.sql("""
                        insert into mailbox (workspace_id, id, address, name, department_id, reply_secret)
                        values (:w, :id, :address, :name, :department, :secret)
                        """)
                .param("w", workspace)
                .param("id", mailbox.id())
                .param("address", mailbox.address())
                .param("name", mailbox.name())
                .param("department", mailbox.departmentId())
                .param("secret", mailbox.replySecret())
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, UUID id, @Nullable String name, @Nullable UUID department, long versionRead) {
        return jdbc.sql("""
                        update mailbox set name = :name, department_id = :department, version = version + 1
                        where workspace_id = :w and id = :id and version = :version and deleted_at is null
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("name", name)
                        .param("department", department)
                        .param("version", versionRead)
                        .update()
                == 1;
    }

    void moveDepartment(UUID workspace, UUID from, UUID into) {
        jdbc.sql("""
                        update mailbox set department_id = :into, version = version + 1
                        where workspace_id = :w and department_id = :from
                        """)
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("update mailbox set deleted_at = now() where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static Mailbox mailbox(Row row) throws SQLException {
        UUID department = row.uuidOrNull("department_id");
        return new Mailbox(
                row.uuid("id"),
                row.text("address"),
                row.textOrNull("name"),
                department == null ? null : new Mailbox.DepartmentName(department, row.text("department")),
                row.bytes("reply_secret"),
                row.instantOrNull("deleted_at") != null,
                row.big("version"));
    }
}
