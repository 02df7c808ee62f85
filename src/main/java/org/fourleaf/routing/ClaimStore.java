package org.fourleaf.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves claims. */
@Component
class ClaimStore {

    /**
     * An act of the claimer since: any line of the ticket by them but drafts seen, views, and what giving them the ticket wrote itself.
     * Read from the log, because the reader that ends claims lags a moment.
     */
    static final String ACTED = """
            exists (select 1 from log l where l.workspace_id = c.workspace_id and l.ticket_id = c.ticket_id
                and l.by_id = c.agent_id and l.at > c.claimed_at and l.kind not in (8, 75, 77, 78))
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param afresh the ticket was not theirs before, so that whatever claim there was is over
     * @return false while the same agent has an unused claim on it: somebody pressed twice
     */
    boolean put(UUID workspace, Claim claim, boolean afresh) {
        return jdbc.sql("""
                        insert into ticket_claim as c (workspace_id, ticket_id, agent_id, assignee_before, claimed_at, until)
                        values (:w, :ticket, :agent, :before, :at, :until)
                        on conflict (workspace_id, ticket_id) do update
                        set agent_id = :agent, assignee_before = :before, claimed_at = :at, until = :until
                        where :afresh or c.agent_id <> :agent or c.until <= :at or
                        """ + ACTED)
                        .param("w", workspace)
                        .param("afresh", afresh)
                        .param("ticket", claim.ticket())
                        .param("agent", claim.agent())
                        .param("before", claim.assigneeBefore())
                        .param("at", Sql.bind(claim.claimedAt()))
                        .param("until", Sql.bind(claim.until()))
                        .update()
                == 1;
    }

    List<UUID> due(UUID workspace, Instant moment, int limit) {
        return jdbc.sql("select ticket_id from ticket_claim where workspace_id = :w and until <= :moment limit :limit")
                .param("w", workspace)
                .param("moment", Sql.bind(moment))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("ticket_id")))
                .list();
    }

    /** Those an agent has, in the order tickets are locked in. */
    List<UUID> of(UUID workspace, UUID agent, int limit) {
        return jdbc.sql("""
                        select ticket_id from ticket_claim where workspace_id = :w and agent_id = :agent
                        order by ticket_id limit :limit
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("ticket_id")))
                .list();
    }

    /** With the ticket's row locked, so that nobody claims or acts meanwhile. @return none when it was acted upon */
    Optional<Claim> unused(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select ticket_id, agent_id, assignee_before, claimed_at, until from ticket_claim c
                        where c.workspace_id = :w and c.ticket_id = :ticket and not
                        """ + ACTED)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> new Claim(
                        row.uuid("ticket_id"),
                        row.uuid("agent_id"),
                        row.uuidOrNull("assignee_before"),
                        row.instant("claimed_at"),
                        row.instant("until"))))
                .optional();
    }

    void remove(UUID workspace, UUID ticket) {
        jdbc.sql("delete from ticket_claim where workspace_id = :w and ticket_id = :ticket")
                .param("w", workspace)
                .param("ticket", ticket)
                .update();
    }

    /** The claims among these tickets that their claimers have used. */
    void removeUsed(UUID workspace, List<UUID> tickets) {
        jdbc.sql("delete from ticket_claim c where c.workspace_id = :w and c.ticket_id = any (:tickets) and " + ACTED)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .update();
    }
}
