package org.fourleaf.ratings;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The survey a link is about, and who got it; none when it is gone, or the customer was erased. */
@Component
@Transactional(readOnly = true)
class AskedQuery {

    /** @param by the customer, whose answer it is @param language of the customer, if known */
    record Asked(
            SurveySending sending,
            Survey survey,
            Actor by,
            String subject,
            @Nullable String language,
            String desk) {}

    private final JdbcClient jdbc;
    private final SurveyStore surveys;
    private final SurveySendingStore sendings;

    AskedQuery(JdbcClient jdbc, SurveyStore surveys, SurveySendingStore sendings) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.sendings = sendings;
    }

    Optional<Asked> find(Actor by, UUID id) {
        return sendings.asked(by.workspace(), id)
                .flatMap(sending -> surveys.asked(by.workspace(), sending.survey())
                        .flatMap(survey -> jdbc.sql("""
                                select t.subject, c.id, c.name, c.language, w.name as desk
                                from ticket t
                                join customer c on c.workspace_id = t.workspace_id and c.id = :customer and c.erased_at is null
                                join workspace w on w.id = t.workspace_id
                                where t.workspace_id = :w and t.id = :ticket and t.anonymised_at is null
                                """)
                                .param("w", by.workspace())
                                .param("ticket", sending.ticket())
                                .param("customer", sending.customer())
                                .query(Row.as(row -> {
                                    String name = row.textOrNull("name");
                                    return new Asked(
                                            sending,
                                            survey,
                                            Actor.customer(by.workspace(), row.uuid("id"), name == null ? "" : name),
                                            row.text("subject"),
                                            row.textOrNull("language"),
                                            row.text("desk"));
                                }))
                                .optional()));
    }
}
