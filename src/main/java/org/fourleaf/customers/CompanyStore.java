package org.fourleaf.customers;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves companies. */
@Component
class CompanyStore {

    private final JdbcClient jdbc;

    CompanyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Company> find(UUID workspace, UUID id) {
        return jdbc.sql("select id, name, notes, version from company where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(CompanyStore::company))
                .optional();
    }

    Optional<Company> byName(UUID workspace, String name) {
        return jdbc.sql("select id, name, notes, version from company where workspace_id = :w and name_key = :key")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(CompanyStore::company))
                .optional();
    }

    List<Company> page(UUID workspace, @Nullable String typed, Slice slice) {
        Cursor after = slice.after(1);
        return Sql.of("select id, name, notes, version from company where workspace_id = ?", workspace)
                .addIf(typed != null, "and name_key ^@ ?", typed == null ? "" : Texts.key(typed))
                .addIf(after != null, "and name_key > ?", after == null ? "" : after.text(0))
                .add("order by name_key limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(CompanyStore::company))
                .list();
    }

    /** False when the name is taken. */
    boolean insert(UUID workspace, Company company) {
        return jdbc.sql("""
                        insert into company (workspace_id, id, name, name_key, notes) values (:w, :id, :name, :key, :notes)
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("id", company.id())
                        .param("name", company.name())
                        .param("key", Texts.key(company.name()))
                        .param("notes", company.notes())
                        .update()
                == 1;
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Company company) {
        return jdbc.sql("""
                        update company set name = :name, name_key = :key, notes = :notes, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", company.id())
                        .param("name", company.name())
                        .param("key", Texts.key(company.name()))
                        .param("notes", company.notes())
                        .param("version", company.version())
                        .update()
                == 1;
    }

    /** Its customers stay, without a company. */
    void delete(UUID workspace, UUID id) {
        jdbc.sql(
                        "update customer set company_id = null, version = version + 1 where workspace_id = :w and company_id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
        jdbc.sql("delete from company where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static Company company(Row row) throws SQLException {
        return new Company(row.uuid("id"), row.text("name"), row.textOrNull("notes"), row.big("version"));
    }
}
