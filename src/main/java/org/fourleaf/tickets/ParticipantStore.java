package org.fourleaf.tickets;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves the outside addresses of tickets. */
@Component
class ParticipantStore {

    private static final int ROLE_CC = 2;

    private final JdbcClient jdbc;

    ParticipantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knows(UUID workspace, UUID ticket, UUID customer, String address) {
        return jdbc.sql("""
                        select exists (select 1 from participant
                                where workspace_id = :w and ticket_id = :ticket and address = :address)
                            or exists (select 1 from customer_address
                                where workspace_id = :w and address = :address and customer_id = :customer) as known
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("customer", customer)
                .param("address", address)
                .query(Row.as(row -> row.flag("known")))
                .single();
    }

    List<String> of(UUID workspace, UUID ticket) {
        return jdbc.sql(
                        "select address from participant where workspace_id = :w and ticket_id = :ticket order by added_at")
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.text("address")))
                .list();
    }

    void add(UUID workspace, UUID ticket, String address, @Nullable String name) {
        jdbc.sql("""
                        insert into participant (workspace_id, ticket_id, address, name, role)
                        values (:w, :ticket, :address, :name, :role) on conflict do nothing
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("address", address)
                .param("name", name)
                .param("role", ROLE_CC)
                .update();
    }
}
