package org.fourleaf.customers;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers merges and erasures until all that follows from them is done. */
@Component
class CustomerWorkStore {

    private static final int MERGE = 1;
    private static final int ERASURE = 2;

    private final JdbcClient jdbc;

    CustomerWorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID workspace, CustomerWork work, Instant at) {
        jdbc.sql("""
                        insert into customer_work (workspace_id, customer_id, kind, into_id, addresses, names, asked_by, asked_at)
                        values (:w, :customer, :kind, :into, :addresses, :names, :by, :at)
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("customer", work.customer())
                .param("kind", kind(work))
                .param("into", work.into(), Types.OTHER)
                .param("addresses", Sql.bind(work.addresses()))
                .param("names", Sql.bind(work.names()))
                .param("by", work.askedBy(), Types.OTHER)
                .param("at", Sql.bind(at))
                .update();
    }

    /** The oldest first. */
    List<CustomerWork> left(UUID workspace, int limit) {
        return jdbc.sql("""
                        select customer_id, into_id, addresses, names, asked_by from customer_work
                        where workspace_id = :w and done_at is null order by asked_at limit :limit
                        """)
                .param("w", workspace)
                .param("limit", limit)
                .query(Row.as(CustomerWorkStore::work))
                .list();
    }

    /** Held while a batch of it is done, so that two nodes don't do the same; none when somebody holds it or it is done. */
    Optional<CustomerWork> take(UUID workspace, CustomerWork work) {
        return jdbc.sql("""
                        select customer_id, into_id, addresses, names, asked_by from customer_work
                        where workspace_id = :w and customer_id = :customer and kind = :kind and done_at is null
                        for update skip locked
                        """)
                .param("w", workspace)
                .param("customer", work.customer())
                .param("kind", kind(work))
                .query(Row.as(CustomerWorkStore::work))
                .optional();
    }

    void done(UUID workspace, CustomerWork work, Instant at) {
        jdbc.sql("""
                        update customer_work set done_at = :at, addresses = '{}', names = '{}'
                        where workspace_id = :w and customer_id = :customer and kind = :kind
                        """)
                .param("w", workspace)
                .param("customer", work.customer())
                .param("kind", kind(work))
                .param("at", Sql.bind(at))
                .update();
    }

    private static int kind(CustomerWork work) {
        return work.into() == null ? ERASURE : MERGE;
    }

    private static CustomerWork work(Row row) throws SQLException {
        return new CustomerWork(
                row.uuid("customer_id"),
                row.uuidOrNull("into_id"),
                row.texts("addresses"),
                row.texts("names"),
                row.uuidOrNull("asked_by"));
    }
}
