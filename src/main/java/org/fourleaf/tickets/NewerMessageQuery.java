package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody else has written in a ticket since one looked. Notes do not count: the customer never sees them. */
@Component
class NewerMessageQuery {

    private final JdbcClient jdbc;

    NewerMessageQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seen the last message one had before one's eyes; ids grow with time */
    boolean isThereOne(Actor by, UUID ticket, UUID seen) {
        return jdbc.sql("""
                        select exists (
                            select 1 from message m
                            where m.workspace_id = :w and m.ticket_id = :ticket and m.id > :seen and m.type <> 3
                                and (m.direction = 1 or m.author_id is distinct from cast(:me as uuid))) as newer
                        """)
                .param("w", by.workspace())
                .param("ticket", ticket)
                .param("seen", seen)
                .param("me", by.id())
                .query(Row.as(row -> row.flag("newer")))
                .single();
    }
}
