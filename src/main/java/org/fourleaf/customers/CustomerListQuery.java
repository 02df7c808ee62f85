package org.fourleaf.customers;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Texts;
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
    private static final UUID BEFORE_ALL_IDS = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final CustomerStore store;

    CustomerListQuery(JdbcClient jdbc, CustomerStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    Page<Customer> page(UUID workspace, @Nullable String typed, Slice slice) {
        Cursor after = slice.after(2);
        String key = after == null ? START : after.text(0);
        UUID id = after == null ? BEFORE_ALL_IDS : after.id(1);
        String prefix = typed == null ? "" : Texts.key(typed);
        Sql ids = prefix.isEmpty()
                ? Sql.of("""
                        select id from customer where workspace_id = ? and (name_key, id) > (?, ?)
                        order by name_key, id limit ?
                        """, workspace, key, id, slice.fetch())
                : matching(workspace, prefix, key, id, slice.fetch());
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

    /** Each half walks its own index; {@code ^@} is the prefix test that row-level security lets an index serve. */
    private static Sql matching(UUID workspace, String prefix, String key, UUID id, int limit) {
        return Sql.of("select id from (")
                .add("""
                        (select id, name_key from customer
                        where workspace_id = ? and name_key ^@ ? and (name_key, id) > (?, ?) order by name_key, id limit ?)
                        """, workspace, prefix, key, id, limit)
                .add("union")
                .add("""
                        (select c.id, c.name_key from customer_address a
                        join customer c on c.workspace_id = a.workspace_id and c.id = a.customer_id
                        where a.workspace_id = ? and a.address ^@ ? and (c.name_key, c.id) > (?, ?)
                        order by c.name_key, c.id limit ?)
                        """, workspace, prefix, key, id, limit)
                .add(") as either order by name_key, id limit ?", limit);
    }
}
