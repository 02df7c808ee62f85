package org.fourleaf.ratings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that one customer ever said of us, to take along. */
@Component
@Transactional(readOnly = true)
public class CustomersRatingsQuery {

    private static final int SAID_MAX = 10_000;

    /** @param kind rating, csat, nps or ces @param rating reward, neutral or rebuke @param score of a survey */
    public record Said(
            Instant at,
            String kind,
            @Nullable String rating,
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable String ticket) {}

    private final JdbcClient jdbc;

    CustomersRatingsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, {@value #SAID_MAX} at most. */
    public List<Said> of(UUID workspace, UUID customer) {
        return jdbc.sql("""
                        select r.given_at, r.measure, r.value, w.comment, t.code from rating r
                        left join activity_words w on w.workspace_id = r.workspace_id and w.id = r.words_id
                        left join ticket t on t.workspace_id = r.workspace_id and t.id = r.ticket_id
                        where r.workspace_id = :w and r.customer_id = :customer
                        order by r.given_at desc, r.id desc limit :limit
                        """)
                .param("w", workspace)
                .param("customer", customer)
                .param("limit", SAID_MAX)
                .query(Row.as(row -> {
                    Measure measure = Measure.ofCode(row.number("measure"));
                    int value = row.number("value");
                    boolean rated = measure == Measure.RATING;
                    return new Said(
                            row.instant("given_at"),
                            measure.json(),
                            rated ? Verdict.ofCode(value).json() : null,
                            rated ? null : value,
                            row.textOrNull("comment"),
                            row.textOrNull("code"));
                }))
                .list();
    }
}
