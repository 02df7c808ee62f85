package org.fourleaf.customers;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
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
            c.erased_at, c.version, array(select a.address from customer_address a where a.workspace_id = c.workspace_id and a.customer_id = c.id
                order by a.is_primary desc, a.address) as emails
            """;

    private static final String SELECT = "select " + COLUMNS + """
            from customer c left join company o on o.workspace_id = c.workspace_id and o.id = c.company_id
            where c.workspace_id = :w
            """;

    /**
     * One that was merged is the one it was merged into. COALESCE stands inside: under row-level security an index is used for what is
     * leak-proof only, and around the subselect it is not, which read every customer at each answer.
     */
    private static final String FOLLOWED = """
             and c.id = (select coalesce(m.merged_into, m.id) from customer m where m.workspace_id = :w and m.id = :id)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Customer> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + FOLLOWED)
                .param("w", workspace)
                .param("id", id)
                .query(customers())
                .optional();
    }

    /** Locked, so that two edits come one after the other. */
    Optional<Customer> lock(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " and c.id = :id and c.merged_into is null for update of c")
                .param("w", workspace)
                .param("id", id)
                .query(customers())
                .optional();
    }

    /** Held, so that they are neither erased nor merged before the caller's transaction ends; none when that just happened. */
    Optional<Customer> heldByAddress(UUID workspace, String address) {
        return idByAddress(workspace, address)
                .flatMap(id -> jdbc.sql(
                                SELECT
                                        + " and c.id = :id and c.merged_into is null and c.erased_at is null for key share of c")
                        .param("w", workspace)
                        .param("id", id)
                        .query(customers())
                        .optional());
    }

    boolean guessed(UUID workspace, UUID id) {
        return jdbc.sql("select guessed_name from customer where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> row.flag("guessed_name")))
                .single();
    }

    boolean isErased(UUID workspace, UUID id) {
        return jdbc.sql("select erased_at is not null as erased from customer where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> row.flag("erased")))
                .optional()
                .orElse(false);
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
                        select c.id, coalesce(m.name, c.name) as name, a.address from customer c
                        left join customer m on m.workspace_id = :w and m.id = c.merged_into
                        left join customer_address a on a.workspace_id = :w and a.customer_id = c.id and a.is_primary
                        where c.workspace_id = :w and c.id = any (:ids)
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(Row.as(row -> new PersonName(row.uuid("id"), row.textOrNull("address"), row.text("name"))))
                .list();
    }

    /** @param guessed its name is made of the address */
    void insert(UUID workspace, Customer customer, boolean guessed) {
        values(jdbc.sql("""
                insert into customer (workspace_id, id, name, name_key, company_id, language, time_zone, notes, groups, fields, phones,
                    guessed_name)
                values (:w, :id, :name, :key, :company, :language, :zone, :notes, :groups, cast(:fields as jsonb), :phones, :guessed)
                """), workspace, customer).param("guessed", guessed).update();
        setGroups(workspace, customer);
    }

    /** The real name in place of one made of the address. @return whether it was such a one */
    boolean learnName(UUID workspace, UUID id, String name) {
        return jdbc.sql("""
                        update customer set name = :name, name_key = :key, guessed_name = false, version = version + 1
                        where workspace_id = :w and id = :id and guessed_name
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("name", name)
                        .param("key", Texts.key(name))
                        .update()
                == 1;
    }

    void joinCompany(UUID workspace, UUID id, UUID company) {
        jdbc.sql("""
                        update customer set company_id = :company, version = version + 1
                        where workspace_id = :w and id = :id and company_id is null
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("company", company)
                .update();
    }

    private void setGroups(UUID workspace, Customer customer) {
        jdbc.sql("delete from customer_group where workspace_id = :w and customer_id = :id")
                .param("w", workspace)
                .param("id", customer.id())
                .update();
        for (String group : customer.groups()) {
            jdbc.sql("""
                            insert into customer_group (workspace_id, name_key, customer_id, name)
                            values (:w, :key, :id, :name) on conflict do nothing
                            """)
                    .param("w", workspace)
                    .param("key", Texts.key(group))
                    .param("id", customer.id())
                    .param("name", group)
                    .update();
        }
    }

    void update(UUID workspace, Customer customer) {
        values(jdbc.sql("""
                update customer set guessed_name = guessed_name and name = :name, name = :name, name_key = :key, company_id = :company, language = :language, time_zone = :zone,
                    notes = :notes, groups = :groups, fields = cast(:fields as jsonb), phones = :phones, version = version + 1
                where workspace_id = :w and id = :id
                """), workspace, customer).update();
        setGroups(workspace, customer);
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

    /** Nothing of them is left in the row but that they were. @param into where they went, none for an erasure */
    void blank(UUID workspace, UUID id, @Nullable UUID into, Instant at) {
        jdbc.sql("""
                        update customer set name = '', name_key = '', company_id = null, language = null, time_zone = null, notes = null,
                            groups = '{}', fields = '{}', phones = '{}', guessed_name = false, version = version + 1,
                            merged_into = :into, erased_at = case when cast(:into as uuid) is null then cast(:at as timestamptz) end
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("into", into, Types.OTHER)
                .param("at", Sql.bind(at))
                .update();
        jdbc.sql("delete from customer_group where workspace_id = :w and customer_id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** Every address of the one is the other's, the main one no longer the main one; so is what was merged into the one before. */
    void moveAddresses(UUID workspace, UUID from, UUID into) {
        jdbc.sql("""
                        update customer_address set customer_id = :into, is_primary = is_primary and not exists (
                            select 1 from customer_address a where a.workspace_id = :w and a.customer_id = :into)
                        where workspace_id = :w and customer_id = :from
                        """)
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("update customer set merged_into = :into where workspace_id = :w and merged_into = :from")
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
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
                row.instantOrNull("erased_at"),
                row.big("version"));
    }

    private static Customer.@Nullable CompanyName company(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Customer.CompanyName(id, name);
    }
}
