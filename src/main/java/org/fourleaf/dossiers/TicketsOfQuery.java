package org.fourleaf.dossiers;

import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketCardQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All tickets of a customer or of a company's customers that somebody may see, whatever their status, newest first. */
@Component
@Transactional(readOnly = true)
class TicketsOfQuery {

    private final JdbcClient jdbc;
    private final Departments departments;
    private final TicketCardQuery cards;

    TicketsOfQuery(JdbcClient jdbc, Departments departments, TicketCardQuery cards) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.cards = cards;
    }

    Page<TicketCard> customer(Actor by, UUID customer, Slice slice) {
        return page(
                by,
                Sql.of(
                        "select t.id from ticket t where t.workspace_id = ? and t.customer_id = ?",
                        by.workspace(),
                        customer),
                slice);
    }

    Page<TicketCard> company(Actor by, UUID company, Slice slice) {
        return page(by, Sql.of("""
                        select t.id from customer c join ticket t on t.workspace_id = c.workspace_id and t.customer_id = c.id
                        where c.workspace_id = ? and c.company_id = ?
                        """, by.workspace(), company), slice);
    }

    private Page<TicketCard> page(Actor by, Sql sql, Slice slice) {
        DepartmentSight sight = departments.seenBy(by);
        Cursor after = slice.after(1);
        List<UUID> found = sql.addIf(!sight.all(), "and t.department_id = any (?)", sight.ids())
                .addIf(after != null, "and t.id < ?", after == null ? by.workspace() : after.id(0))
                .add("order by t.id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(row -> row.uuid("id")))
                .list();
        Page<UUID> ids = slice.page(found, last -> Cursor.of(last));
        return new Page<>(cards.cards(by, ids.items()), ids.next());
    }
}
