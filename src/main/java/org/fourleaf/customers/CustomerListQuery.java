package org.fourleaf.customers;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of customers by name, all of them or those whose name or an address starts with what was typed. */
@Component
class CustomerListQuery {

    private static final String START = "";
    private static final int GROUPS_MAX = 1_000;
    private static final UUID BEFORE_ALL_IDS = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final CustomerStore store;

    CustomerListQuery(JdbcClient jdbc, CustomerStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** A group and how many are in it. */
    record Group(String name, long customers) {}

    /** @param company only its customers @param group only its members */
    Page<Customer> page(
            UUID workspace, @Nullable String typed, @Nullable UUID company, @Nullable String group, Slice slice) {
        Cursor after = slice.after(2);
        String key = after == null ? START : after.text(0);
        UUID id = after == null ? BEFORE_ALL_IDS : after.id(1);
        String prefix = typed == null ? "" : Texts.key(typed);
        Sql ids = prefix.isEmpty()
                ? narrowed(Sql.of("""
                        select c.id from customer c where c.workspace_id = ? and (c.name_key, c.id) > (?, ?)
                        """, workspace, key, id), workspace, company, group)
                        .add("order by c.name_key, c.id limit ?", slice.fetch())
                : matching(workspace, prefix, company, group, key, id, slice.fetch());
        List<Customer> found = Sql.of("select " + CustomerStore.COLUMNS + " from (")
                .add(ids)
                .add(") as found join customer c on c.workspace_id = ? and c.id = found.id", workspace)
                .add("left join company o on o.workspace_id = c.workspace_id and o.id = c.company_id")
                .add("order by c.name_key, c.id")
                .on(jdbc)
                .query(store.customers())
                .list();
        return slice.page(found, customer -> Cursor.of(Texts.key(customer.name()), customer.id()));
    }

    List<Group> groups(UUID workspace) {
        return jdbc.sql("""
                        select min(name) as name, count(*) as n from customer_group where workspace_id = :w
                        group by name_key order by name_key limit :limit
                        """)
                .param("w", workspace)
                .param("limit", GROUPS_MAX)
                .query(Row.as(row -> new Group(row.text("name"), row.big("n"))))
                .list();
    }

    /** Each half walks its own index; {@code ^@} is the prefix test that row-level security lets an index serve. */
    private static Sql matching(
            UUID workspace,
            String prefix,
            @Nullable UUID company,
            @Nullable String group,
            String key,
            UUID id,
            int limit) {
        return Sql.of("select id from ((")
                .add(narrowed(Sql.of("""
                        select c.id, c.name_key from customer c
                        where c.workspace_id = ? and c.name_key ^@ ? and (c.name_key, c.id) > (?, ?)
                        """, workspace, prefix, key, id), workspace, company, group))
                .add("order by c.name_key, c.id limit ?) union (", limit)
                .add(narrowed(Sql.of("""
                        select c.id, c.name_key from customer_address a
                        join customer c on c.workspace_id = a.workspace_id and c.id = a.customer_id
                        where a.workspace_id = ? and a.address ^@ ? and (c.name_key, c.id) > (?, ?)
                        """, workspace, prefix, key, id), workspace, company, group))
                .add("order by c.name_key, c.id limit ?)) as either order by name_key, id limit ?", limit, limit);
    }

    private static Sql narrowed(Sql sql, UUID workspace, @Nullable UUID company, @Nullable String group) {
        sql.add("and c.merged_into is null and c.erased_at is null");
        sql.addIf(company != null, "and c.company_id = ?", company);
        return sql.addIf(
                group != null,
                "and exists (select 1 from customer_group g"
                        + " where g.workspace_id = ? and g.name_key = ? and g.customer_id = c.id)",
                workspace,
                group == null ? "" : Texts.key(group));
    }
}
