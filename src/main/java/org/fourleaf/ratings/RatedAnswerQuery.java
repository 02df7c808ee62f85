package org.fourleaf.ratings;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.MessageType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answer a link is about, as its customer may see it; none when it is gone, or the customer was erased. */
@Component
@Transactional(readOnly = true)
class RatedAnswerQuery {

    /** @param by the customer, whose vote it is @param agent as customers know them @param language of the customer, if known */
    record Answer(
            Rated rated,
            Actor by,
            String agent,
            String subject,
            @Nullable String language,
            String desk,
            ZoneId zone) {}

    private final JdbcClient jdbc;

    RatedAnswerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Department and channel are those of the moment it was sent, which its line in the log knows. */
    Optional<Answer> find(UUID workspace, UUID message) {
        return jdbc.sql("""
                        select m.id, m.at, m.ticket_id, m.author_id, coalesce(a.alias, a.name, m.author_name) as agent, t.subject,
                            t.customer_id, t.company_id, c.name as customer, c.language, w.name as desk, w.time_zone,
                            coalesce(s.department_id, t.department_id) as department_id, coalesce(s.channel, t.channel) as channel
                        from message m
                        join ticket t on t.workspace_id = m.workspace_id and t.id = m.ticket_id and t.anonymised_at is null
                        join customer c on c.workspace_id = t.workspace_id and c.id = t.customer_id
                        join workspace w on w.id = m.workspace_id
                        left join agent a on a.workspace_id = m.workspace_id and a.id = m.author_id
                        left join lateral (
                            select l.department_id, l.channel from log l
                            where l.workspace_id = m.workspace_id and l.ticket_id = m.ticket_id and l.kind = :sent
                                and l.facts ->> 'message' = m.id::text
                            order by l.seq desc limit 1) as s on true
                        where m.workspace_id = :w and m.id = :id and m.type = :reply and m.direction = :out and m.author_kind = :agent
                            and m.author_id is not null and not m.aside and not m.held
                        """)
                .param("w", workspace)
                .param("id", message)
                .param("sent", ActivityKind.MESSAGE_SENT.code())
                .param("reply", MessageType.REPLY.code())
                .param("out", Direction.OUT.code())
                .param("agent", Actor.Kind.AGENT.code())
                .query(Row.as(row -> answer(workspace, row)))
                .optional();
    }

    private static Answer answer(UUID workspace, Row row) throws SQLException {
        UUID customer = row.uuid("customer_id");
        String name = row.textOrNull("customer");
        return new Answer(
                new Rated(
                        row.uuid("ticket_id"),
                        row.uuid("author_id"),
                        customer,
                        row.uuidOrNull("company_id"),
                        row.uuid("department_id"),
                        row.number("channel"),
                        row.uuid("id"),
                        null,
                        row.instant("at")),
                Actor.customer(workspace, customer, name == null ? "" : name),
                row.text("agent"),
                row.text("subject"),
                row.textOrNull("language"),
                row.text("desk"),
                ZoneId.of(row.text("time_zone")));
    }
}
