package org.fourleaf.routing;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves offers and whose turn it is. */
@Component
class OfferStore {

    private static final String OPEN = """
            select o.id, o.ticket_id, o.agent_id, o.department_id, o.offered_at, o.until from ticket_offer o
            where o.workspace_id = :w and o.state = 1
            """;

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Offer> openOf(UUID workspace, UUID agent) {
        return jdbc.sql(OPEN + " and o.agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(OfferStore::offer))
                .list();
    }

    /** Locked until the transaction ends. @return none when it is over, or another's */
    Optional<Offer> lockOpen(UUID workspace, UUID agent, UUID id) {
        return jdbc.sql(OPEN + " and o.id = :id and o.agent_id = :agent for update")
                .param("w", workspace)
                .param("agent", agent)
                .param("id", id)
                .query(Row.as(OfferStore::offer))
                .optional();
    }

    boolean exists(UUID workspace, UUID agent, UUID id) {
        return jdbc.sql("""
                        select exists (select 1 from ticket_offer
                            where workspace_id = :w and id = :id and agent_id = :agent) as there
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("id", id)
                .query(Row.as(row -> row.flag("there")))
                .single();
    }

    /** Those nobody answered in time; what another node is just ending is left to it. */
    List<Offer> lockMissed(UUID workspace, Instant moment, int limit) {
        return jdbc.sql(OPEN + " and o.until <= :moment limit :limit for update skip locked")
                .param("w", workspace)
                .param("moment", Sql.bind(moment))
                .param("limit", limit)
                .query(Row.as(OfferStore::offer))
                .list();
    }

    /** Those whose ticket was taken, closed or moved, and those whose agent is no longer online for tickets. */
    List<Offer> lockPointless(UUID workspace, int limit) {
        return jdbc.sql(OPEN + """
                         and (not exists (select 1 from ticket t where t.workspace_id = :w and t.id = o.ticket_id
                                and t.assignee_id is null and t.status in (1, 2) and t.merged_into is null
                                and t.department_id = o.department_id)
                            or not exists (select 1 from agent_presence p where p.workspace_id = :w and p.agent_id = o.agent_id
                                and p.channel = 1 and p.state = 1))
                        limit :limit for update of o skip locked
                        """)
                .param("w", workspace)
                .param("limit", limit)
                .query(Row.as(OfferStore::offer))
                .list();
    }

    /** @return false when the ticket or the agent has an open offer already */
    boolean insert(UUID workspace, Offer offer) {
        return jdbc.sql("""
                        insert into ticket_offer (workspace_id, id, ticket_id, agent_id, department_id, offered_at, until)
                        values (:w, :id, :ticket, :agent, :department, :at, :until) on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("id", offer.id())
                        .param("ticket", offer.ticket())
                        .param("agent", offer.agent())
                        .param("department", offer.department())
                        .param("at", Sql.bind(offer.offeredAt()))
                        .param("until", Sql.bind(offer.until()))
                        .update()
                == 1;
    }

    void end(UUID workspace, UUID id, Offer.End end, Instant at) {
        jdbc.sql("update ticket_offer set state = :state, ended_at = :at where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("state", end.code())
                .param("at", Sql.bind(at))
                .update();
    }

    void forget(UUID workspace, Instant before) {
        jdbc.sql("delete from ticket_offer where workspace_id = :w and state > 1 and ended_at < :before")
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .update();
    }

    void offered(UUID workspace, UUID agent, Instant at) {
        jdbc.sql("""
                        insert into agent_turn (workspace_id, agent_id, offered_at) values (:w, :agent, :at)
                        on conflict (workspace_id, agent_id) do update set offered_at = :at
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("at", Sql.bind(at))
                .update();
    }

    /** These agents did something: no longer missing offers, and breathing until their moment. Locked in one order. */
    void breathe(UUID workspace, Map<UUID, Instant> until) {
        Columns<Map.Entry<UUID, Instant>> columns = Columns.of(
                until.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList());
        jdbc.sql("""
                        insert into agent_turn (workspace_id, agent_id, free_from)
                        select :w, a.* from unnest(:agents, cast(:untils as timestamptz[])) as a
                        on conflict (workspace_id, agent_id) do update
                        set free_from = greatest(agent_turn.free_from, excluded.free_from), misses = 0
                        """)
                .param("w", workspace)
                .param("agents", columns.ids(Map.Entry::getKey))
                .param("untils", columns.instants(Map.Entry::getValue))
                .update();
    }

    /** @return how many it is in a row now */
    int missed(UUID workspace, UUID agent) {
        return jdbc.sql("""
                        insert into agent_turn (workspace_id, agent_id, misses) values (:w, :agent, 1)
                        on conflict (workspace_id, agent_id) do update set misses = least(agent_turn.misses + 1, 1000)
                        returning misses
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.number("misses")))
                .single();
    }

    void clearMisses(UUID workspace, UUID agent) {
        jdbc.sql("update agent_turn set misses = 0 where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .update();
    }

    private static Offer offer(Row row) throws SQLException {
        return new Offer(
                row.uuid("id"),
                row.uuid("ticket_id"),
                row.uuid("agent_id"),
                row.uuid("department_id"),
                row.instant("offered_at"),
                row.instant("until"));
    }
}
