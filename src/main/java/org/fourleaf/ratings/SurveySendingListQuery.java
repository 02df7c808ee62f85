package org.fourleaf.ratings;

import java.sql.SQLException;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To whom a survey went, to whom not and why, the newest first. */
@Component
@Transactional(readOnly = true)
class SurveySendingListQuery {

    private final JdbcClient jdbc;
    private final Departments departments;

    SurveySendingListQuery(JdbcClient jdbc, Departments departments) {
        this.jdbc = jdbc;
        this.departments = departments;
    }

    Page<SurveySendingCard> page(Actor by, UUID survey, Slice slice) {
        by.mustHave(Permission.RATINGS_MANAGE);
        DepartmentSight seen = departments.seenBy(by);
        Cursor after = slice.after(1);
        return slice.page(
                Sql.of("""
                                select s.id, s.state, s.reason, coalesce(s.sent_at, s.due_at) as at, t.code, t.subject,
                                    t.department_id as place, c.id as customer_id, c.name as customer, c.erased_at is not null as erased,
                                    r.value as score
                                from survey_sending s
                                join ticket t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
                                left join customer c on c.workspace_id = s.workspace_id and c.id = s.customer_id
                                left join rating r on r.workspace_id = s.workspace_id and r.measure > 1 and r.subject_id = s.id
                                where s.workspace_id = ? and s.survey_id = ?
                                """, by.workspace(), survey)
                        .addIf(after != null, "and s.id < ?", after == null ? survey : after.id(0))
                        .add("order by s.id desc limit ?", slice.fetch())
                        .on(jdbc)
                        .query(Row.as(row -> card(row, seen)))
                        .list(),
                last -> Cursor.of(last.id()));
    }

    private static SurveySendingCard card(Row row, DepartmentSight seen) throws SQLException {
        UUID customer = row.uuidOrNull("customer_id");
        @Nullable String name = row.textOrNull("customer");
        return new SurveySendingCard(
                row.uuid("id"),
                SurveySendingCard.State.ofCode(row.number("state")),
                row.textOrNull("reason"),
                row.instant("at"),
                seen.sees(row.uuid("place")) ? new RatingCard.OfTicket(row.text("code"), row.text("subject")) : null,
                customer == null || name == null || row.flag("erased") ? null : new RatingCard.Named(customer, name),
                row.numberOrNull("score"));
    }
}
