package org.fourleaf.email;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Row;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What became of a received mail, for those who may see its ticket; without a ticket for those who manage mailboxes. */
@Component
@Transactional(readOnly = true)
class IntakeQuery {

    /** A received mail as the API shows it. @param ticket the ticket's code */
    record Card(
            UUID id,
            IntakeState state,
            @Nullable IntakeKind kind,
            @Nullable String ticket,
            @Nullable UUID message,
            @Nullable String reason,
            List<Intake.Decision> decisions,

            @JsonInclude(JsonInclude.Include.NON_NULL) Intake.@Nullable BounceNews bounce,

            @JsonIgnore byte[] hash) {}

    private static final TypeReference<List<Intake.Decision>> DECISIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Tickets tickets;

    IntakeQuery(JdbcClient jdbc, JsonMapper json, Tickets tickets) {
        this.jdbc = jdbc;
        this.json = json;
        this.tickets = tickets;
    }

    /** @throws Refusal not found when it is not there or not theirs to see */
    Card readable(Actor by, UUID id) {
        Card card = jdbc.sql("""
                        select i.id, i.state, i.kind, t.code, i.message_id, i.reason, i.decisions, i.bounce, i.hash
                        from mail_intake i left join message m on m.workspace_id = i.workspace_id and m.id = i.message_id
                        left join ticket t on t.workspace_id = i.workspace_id and t.id = coalesce(m.ticket_id, i.ticket_id)
                        where i.workspace_id = :w and i.id = :id
                        """)
                .param("w", by.workspace())
                .param("id", id)
                .query(Row.as(this::card))
                .optional()
                .orElseThrow(IntakeQuery::notFound);
        if (card.ticket == null) {
            if (!by.may(Permission.MAILBOXES_MANAGE)) {
                throw notFound();
            }
        } else if (!sees(by, card.ticket)) {
            throw notFound();
        }
        return card;
    }

    private boolean sees(Actor by, String code) {
        try {
            tickets.readable(by, code);
            return true;
        } catch (Refusal unseen) {
            return false;
        }
    }

    private static Refusal notFound() {
        return Refusal.notFound("mail");
    }

    private Card card(Row row) throws SQLException {
        String bounce = row.textOrNull("bounce");
        return new Card(
                row.uuid("id"),
                IntakeState.ofCode(row.number("state")),
                IntakeKind.ofCode(row.numberOrNull("kind")),
                row.textOrNull("code"),
                row.uuidOrNull("message_id"),
                row.textOrNull("reason"),
                json.readValue(row.text("decisions"), DECISIONS),
                bounce == null ? null : json.readValue(bounce, Intake.BounceNews.class),
                row.bytes("hash"));
    }
}
