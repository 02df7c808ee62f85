package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves the outside addresses of tickets. */
@Component
class ParticipantStore {

    /** What a participant is. Codes are stored. An aside one is a third party the customer knows nothing of. */
    enum Role {
        CC(2),
        BCC(3),
        ASIDE(4);

        private final int code;

        Role(int code) {
            this.code = code;
        }

        static Role ofCode(int code) {
            return values()[code - CC.code];
        }

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    boolean isAside(UUID workspace, UUID ticket, String address) {
        return jdbc.sql("""
                        select exists (select 1 from participant
                            where workspace_id = :w and ticket_id = :ticket and address = :address and role = 4) as aside
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("address", address)
                .query(Row.as(row -> row.flag("aside")))
                .single();
    }

    int count(UUID workspace, UUID ticket) {
        return jdbc.sql("select count(*) from participant where workspace_id = :w and ticket_id = :ticket")
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Integer.class)
                .single();
    }

    /** Those in copy, whom the customer may know of. */
    List<String> of(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select address from participant where workspace_id = :w and ticket_id = :ticket and role = 2
                        order by added_at, address
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.text("address")))
                .list();
    }

    boolean add(UUID workspace, UUID ticket, String address, @Nullable String name, Role role) {
        return jdbc.sql("""
                        insert into participant (workspace_id, ticket_id, address, name, role)
                        values (:w, :ticket, :address, :name, :role)
                        on conflict (workspace_id, ticket_id, address) do update set role = 2
                            where excluded.role = 2 and participant.role <> 2
                        """)
                        .param("w", workspace)
                        .param("ticket", ticket)
                        .param("address", address)
                        .param("name", name)
                        .param("role", role.code)
                        .update()
                == 1;
    }

    /** One who takes part. @param role in copy, in blind copy, or a third party aside */
    record Participant(String email, @Nullable String name, Role role) {}

    List<Participant> list(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select address, name, role from participant where workspace_id = :w and ticket_id = :ticket
                        order by added_at, address limit 200
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row ->
                        new Participant(row.text("address"), row.textOrNull("name"), Role.ofCode(row.number("role")))))
                .list();
    }

    boolean remove(UUID workspace, UUID ticket, List<String> addresses) {
        return jdbc.sql(
                                "delete from participant where workspace_id = :w and ticket_id = :ticket and address = any (:addresses)")
                        .param("w", workspace)
                        .param("ticket", ticket)
                        .param("addresses", Sql.bind(addresses))
                        .update()
                > 0;
    }
}
