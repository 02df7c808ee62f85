package org.fourleaf.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.TicketStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets that share words, and what of them is shown. */
@Component
class SimilarQuery {

    /** Of a word's tickets so many are looked at. */
    private static final int TICKETS_OF_A_WORD_MAX = 500;

    private static final int TEXT_LOOKED_AT_MAX = 4_000;

    /** @param answered whether anybody has answered it */
    record Candidate(UUID id, boolean answered, TicketStatus status) {}

    private record Sharing(UUID ticket, double weight) {}

    private final JdbcClient jdbc;

    SimilarQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the customer asked: the subject's ticket's first message. */
    Optional<String> firstMessage(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select left(coalesce(new_text, text), :max) as text from message
                        where workspace_id = :w and ticket_id = :ticket order by at, id limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("max", TEXT_LOOKED_AT_MAX)
                .query(Row.as(row -> row.text("text")))
                .optional();
    }

    /** How much each ticket shares: the weights of the words in it together. */
    Map<UUID, Double> sharing(UUID workspace, Map<String, Double> weights) {
        List<String> words = new ArrayList<>(weights.keySet());
        Map<UUID, Double> shared = new HashMap<>();
        jdbc.sql("""
                        select d.ticket_id, w.weight
                        from unnest(cast(:questions as tsquery[]), cast(:weights as float8[])) as w(question, weight)
                        cross join lateral (
                            select ticket_id from search_document
                            where workspace_id = :w and tokens @@ w.question limit :max) as d
                        """)
                .param("w", workspace)
                .param("questions", words.stream().map(Matching::quoted).toArray(String[]::new))
                .param(
                        "weights",
                        words.stream()
                                .map(word -> String.valueOf(weights.get(word)))
                                .toArray(String[]::new))
                .param("max", TICKETS_OF_A_WORD_MAX)
                .query(Row.as(
                        row -> new Sharing(row.uuid("ticket_id"), row.set().getDouble("weight"))))
                .list()
                .forEach(sharing -> shared.merge(sharing.ticket, sharing.weight, Double::sum));
        return shared;
    }

    /** Those of them that may be seen and are neither out of the way nor merged away. */
    List<Candidate> seen(UUID workspace, DepartmentSight sight, Collection<UUID> tickets) {
        return Sql.of(
                        "select t.id, t.status, t.first_answered_at is not null as answered"
                                + " from unnest(cast(? as uuid[])) as wanted(id)"
                                + " join ticket t on t.workspace_id = ? and t.id = wanted.id"
                                + " where t.merged_into is null and t.status not in (9, 10)",
                        tickets,
                        workspace)
                .addIf(!sight.all(), "and t.department_id = any (?)", sight.ids())
                .on(jdbc)
                .query(Row.as(row ->
                        new Candidate(row.uuid("id"), row.flag("answered"), TicketStatus.ofCode(row.number("status")))))
                .list();
    }
}
