package org.fourleaf.customers;

import java.sql.SQLException;
import java.util.Collection;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Loads and saves companies with their domains. */
@Component
class CompanyStore {

    private static final String SELECT = """
            select c.id, c.name, c.notes, c.fields, c.version, array(select d.domain from company_domain d
                where d.workspace_id = c.workspace_id and d.company_id = c.id order by d.domain) as domains
            from company c where c.workspace_id = ? and c.gone_at is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CompanyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Company> find(UUID workspace, UUID id) {
        return list(Sql.of(SELECT + " and c.id = ?", workspace, id)).stream().findFirst();
    }

    Optional<Company> byName(UUID workspace, String name) {
        return list(Sql.of(SELECT + " and c.name_key = ?", workspace, Texts.key(name))).stream()
                .findFirst();
    }

    /** Locked in the order of their ids, so that two opposite merges come one after the other. */
    List<Company> lock(UUID workspace, Collection<UUID> ids) {
        return list(Sql.of(SELECT + " and c.id = any (?) order by c.id for update of c", workspace, ids));
    }

    /** Whose mail it is, by the part after the @. */
    Optional<UUID> ofDomain(UUID workspace, String domain) {
        return jdbc.sql("select company_id from company_domain where workspace_id = :w and domain = :domain")
                .param("w", workspace)
                .param("domain", domain)
                .query(Row.as(row -> row.uuid("company_id")))
                .optional();
    }

    List<Company> page(UUID workspace, @Nullable String typed, Slice slice) {
        Cursor after = slice.after(1);
        return list(Sql.of(SELECT, workspace)
                .addIf(typed != null, "and c.name_key ^@ ?", typed == null ? "" : Texts.key(typed))
                .addIf(after != null, "and c.name_key > ?", after == null ? "" : after.text(0))
                .add("order by c.name_key limit ?", slice.fetch()));
    }

    /** False when the name is taken. */
    boolean insert(UUID workspace, Company company) {
        return jdbc.sql("""
                        insert into company (workspace_id, id, name, name_key, notes, fields)
                        values (:w, :id, :name, :key, :notes, cast(:fields as jsonb))
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("id", company.id())
                        .param("name", company.name())
                        .param("key", Texts.key(company.name()))
                        .param("notes", company.notes())
                        .param("fields", company.fields().toString())
                        .update()
                == 1;
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Company company) {
        return jdbc.sql("""
                        update company set name = :name, name_key = :key, notes = :notes, fields = cast(:fields as jsonb),
                            version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", company.id())
                        .param("name", company.name())
                        .param("key", Texts.key(company.name()))
                        .param("notes", company.notes())
                        .param("fields", company.fields().toString())
                        .param("version", company.version())
                        .update()
                == 1;
    }

    void removeDomains(UUID workspace, UUID company) {
        jdbc.sql("delete from company_domain where workspace_id = :w and company_id = :id")
                .param("w", workspace)
                .param("id", company)
                .update();
    }

    /** False when it is another company's. */
    boolean addDomain(UUID workspace, UUID company, String domain) {
        return jdbc.sql("""
                        insert into company_domain (workspace_id, domain, company_id) values (:w, :domain, :id)
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("domain", domain)
                        .param("id", company)
                        .update()
                == 1;
    }

    void moveDomains(UUID workspace, UUID from, UUID into) {
        jdbc.sql("update company_domain set company_id = :into where workspace_id = :w and company_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
    }

    private List<Company> list(Sql sql) {
        return sql.on(jdbc).query(Row.as(this::company)).list();
    }

    private Company company(Row row) throws SQLException {
        return new Company(
                row.uuid("id"),
                row.text("name"),
                row.texts("domains"),
                row.textOrNull("notes"),
                json.readValue(row.text("fields"), ObjectNode.class),
                row.big("version"));
    }
}
