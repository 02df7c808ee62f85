package org.fourleaf.search;

import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers by the words of their names, addresses, phones, groups and company, in the order of their names. */
@Component
class CustomerHitQuery {

    private static final int SOME_MAX = 200;

    /** A customer found. */
    record CustomerHit(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String company) {}

    private record Keyed(String key, CustomerHit hit) {}

    private final JdbcClient jdbc;

    CustomerHitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param some only among the first so many found, however common the words: what is shown beside tickets */
    Page<CustomerHit> page(UUID workspace, String words, Slice slice, boolean some) {
        Cursor after = slice.after(2);
        Page<Keyed> page = slice.page(
                Sql.of("""
                                select c.id, c.name, c.name_key, o.name as company, (
                                    select a.address from customer_address a
                                    where a.workspace_id = c.workspace_id and a.customer_id = c.id
                                    order by a.is_primary desc, a.address limit 1) as email
                                from (
                                    select workspace_id, customer_id from search_customer
                                    where workspace_id = ? and tokens @@ cast(? as tsquery) limit ?) as s
                                join customer c on c.workspace_id = s.workspace_id and c.id = s.customer_id
                                left join company o on o.workspace_id = c.workspace_id and o.id = c.company_id
                                where true
                                """, workspace, words, some ? SOME_MAX : Integer.MAX_VALUE)
                        .addIf(
                                after != null,
                                "and (c.name_key, c.id) > (?, ?)",
                                after == null ? null : after.text(0),
                                after == null ? null : after.id(1))
                        .add("order by c.name_key, c.id limit ?", slice.fetch())
                        .on(jdbc)
                        .query(Row.as(row -> new Keyed(
                                row.text("name_key"),
                                new CustomerHit(
                                        row.uuid("id"),
                                        row.text("name"),
                                        row.textOrNull("email"),
                                        row.textOrNull("company")))))
                        .list(),
                last -> Cursor.of(last.key, last.hit.id));
        return new Page<>(page.items().stream().map(Keyed::hit).toList(), page.next());
    }
}
