package org.fourleaf.tickets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets with a service level, many at once: what is due of them when only time has passed, or a level was edited. */
@Component
class LevelledTicketStore {

    private final JdbcClient jdbc;
    private final DueStore dues;
    private final TicketClocks clocks;

    LevelledTicketStore(JdbcClient jdbc, DueStore dues, TicketClocks clocks) {
        this.jdbc = jdbc;
        this.dues = dues;
        this.clocks = clocks;
    }

    /** Those of them with a level, locked, without any that somebody holds just now. */
    List<Ticket> lockFree(UUID workspace, Collection<UUID> ids) {
        return locked(workspace, ids, " skip locked");
    }

    /** The same, waiting for each; in the order of their ids, as everybody locks several. */
    List<Ticket> lockInOrder(UUID workspace, Collection<UUID> ids) {
        return locked(workspace, ids, "");
    }

    private List<Ticket> locked(UUID workspace, Collection<UUID> ids, String how) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + TicketStore.COLUMNS
                                + " from ticket where workspace_id = :w and id = any (:ids) and sla_level_id is not null"
                                + " order by id for update" + how)
                        .param("w", workspace)
                        .param("ids", Sql.bind(ids))
                        .query(Row.as(TicketStore::ticket))
                        .list();
    }

    /** A changed ticket as it is to be saved: with what its clocks make of the change. */
    Ticket kept(Actor by, Ticket was, Ticket now) {
        boolean turns = (now.sla().level() != null || was.sla().level() != null) && now.concernsClocksBeside(was);
        return turns ? clocks.keep(by, List.of(now)).getFirst() : now;
    }

    /** Turns the clocks of locked tickets to now. @return how many there were */
    int resettle(Actor by, List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return 0;
        }
        List<Ticket> kept = clocks.keep(by, tickets);
        List<DueStore.Changed> changed = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            Ticket was = tickets.get(i);
            Ticket now = kept.get(i);
            if (!was.dueAt().equals(now.dueAt()) || !was.sla().equals(now.sla())) {
                changed.add(new DueStore.Changed(was, now));
            }
        }
        if (!changed.isEmpty()) {
            saveDues(by.workspace(), changed.stream().map(DueStore.Changed::now).toList());
            dues.follow(by.workspace(), changed);
        }
        return tickets.size();
    }

    private void saveDues(UUID workspace, List<Ticket> tickets) {
        Columns<Ticket> columns = Columns.of(tickets);
        jdbc.sql("""
                        update ticket t set due_at = n.due_at, sla_level_id = n.level, sla_origin = n.origin,
                            sla_standing = n.standing, version = t.version + 1
                        from unnest(:ids, cast(:dues as timestamptz[]), :levels, cast(:origins as smallint[]),
                            cast(:standings as smallint[])) as n(id, due_at, level, origin, standing)
                        where t.workspace_id = :w and t.id = n.id
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(Ticket::id))
                .param("dues", columns.instants(Ticket::dueAt))
                .param("levels", columns.ids(ticket -> ticket.sla().level()))
                .param(
                        "origins",
                        columns.numbers(ticket -> ticket.sla().origin().code()))
                .param(
                        "standings",
                        columns.numbers(ticket -> ticket.sla().standing().code()))
                .update();
    }
}
