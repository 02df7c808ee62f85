package org.fourleaf.customers;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Loads and saves customers with their addresses. */
@Component
class CustomerStore {

    /** The customer's columns as {@link #customers} reads them; {@code c} is the customer, {@code o} the company. */
    static final String COLUMNS = """
            c.id, c.name, c.name_key, c.company_id, o.name as company, c.language, c.time_zone, c.notes, c.groups, c.fields, c.phones,
            c.version, array(select a.address from customer_address a where a.workspace_id = c.workspace_id and a.customer_id = c.id
                order by a.is_primary desc, a.address) as emails
            """;

    private static final String SELECT = "select " + COLUMNS + """
            from customer c left join company o on o.workspace_id = c.workspace_id and o.id = c.company_id
            where c.workspace_id = :w and c.id = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Customer> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT)
                .param("w", workspace)
                .param("id", id)
                .query(customers())
                .optional();
    }

    /** Locked, so that two edits come one after the other. */
    Optional<Customer> lock(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " for update of c")
                .param("w", workspace)
                .param("id", id)
                .query(customers())
                .optional();
    }

    Optional<UUID> idByAddress(UUID workspace, String address) {
        return jdbc.sql("select customer_id from customer_address where workspace_id = :w and address = :address")
                .param("w", workspace)
                .param("address", address)
                .query(UUID.class)
                .optional();
    }

    List<PersonName> names(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql("""
                        select c.id, c.name, a.address from customer c
                        left join customer_address a on a.workspace_id = :w and a.customer_id = c.id and a.is_primary
                        where c.workspace_id = :w and c.id = any (:ids)
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(Row.as(row -> new PersonName(row.uuid("id"), row.textOrNull("address"), row.text("name"))))
                .list();
    }

    void insert(UUID workspace, Customer customer) {
        values(jdbc.sql("""
                insert into customer (workspace_id, id, name, name_key, company_id, language, time_zone, notes, groups, fields, phones)
                values (:w, :id, :name, :key, :company, :language, :zone, :notes, :groups, cast(:fields as jsonb), :phones)
                """), workspace, customer).update();
    }

    void update(UUID workspace, Customer customer) {
        values(jdbc.sql("""
                update customer set name = :name, name_key = :key, company_id = :company, language = :language, time_zone = :zone,
                    notes = :notes, groups = :groups, fields = cast(:fields as jsonb), phones = :phones, version = version + 1
                where workspace_id = :w and id = :id
                """), workspace, customer).update();
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from customer where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** False when the address is somebody's already; waits for a transaction that is just taking it. */
    boolean addAddress(UUID workspace, UUID customer, String address, boolean primary) {
        return jdbc.sql("""
                        insert into customer_address (workspace_id, address, customer_id, is_primary)
                        values (:w, :address, :customer, :primary) on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("address", address)
                        .param("customer", customer)
                        .param("primary", primary)
                        .update()
                == 1;
    }

    void removeAddresses(UUID workspace, UUID customer) {
        jdbc.sql("delete from customer_address where workspace_id = :w and customer_id = :customer")
                .param("w", workspace)
                .param("customer", customer)
                .update();
    }

    RowMapper<Customer> customers() {
        return Row.as(this::customer);
    }

    private JdbcClient.StatementSpec values(JdbcClient.StatementSpec sql, UUID workspace, Customer customer) {
        return sql.param("w", workspace)
                .param("id", customer.id())
                .param("name", customer.name())
                .param("key", Texts.key(customer.name()))
                .param("company", customer.companyId())
                .param("language", customer.language())
                .param("zone", customer.timeZone())
                .param("notes", customer.notes())
                .param("groups", Sql.bind(customer.groups()))
                .param("fields", json.writeValueAsString(customer.fields()))
                .param("phones", Sql.bind(customer.phones()));
    }

    private Customer customer(Row row) throws SQLException {
        List<String> emails = row.texts("emails");
        return new Customer(
                row.uuid("id"),
                emails.isEmpty() ? null : emails.getFirst(),
                emails,
                row.texts("phones"),
                row.text("name"),
                company(row.uuidOrNull("company_id"), row.textOrNull("company")),
                row.textOrNull("language"),
                row.textOrNull("time_zone"),
                row.texts("groups"),
                json.readValue(row.text("fields"), ObjectNode.class),
                row.textOrNull("notes"),
                row.big("version"));
    }

    private static Customer.@Nullable CompanyName company(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Customer.CompanyName(id, name);
    }
}
