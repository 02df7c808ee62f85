package org.fourleaf.ratings;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what customers said. */
@Component
class RatingStore {

    private static final String COLUMNS = """
            id, measure, value, refused, ticket_id, subject_id, is_message, agent_id, customer_id, company_id, department_id, channel,
            survey_id, given_at, first_given_at, words_id, external_id, log_seq, invalidated_at, version
            """;

    private final JdbcClient jdbc;

    RatingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredRating> ofSubject(UUID workspace, Measure measure, UUID subject) {
        return jdbc.sql("select " + COLUMNS
                        + " from rating where workspace_id = :w and measure = :measure and subject_id = :subject")
                .param("w", workspace)
                .param("measure", measure.code())
                .param("subject", subject)
                .query(Row.as(RatingStore::rating))
                .optional();
    }

    Optional<StoredRating> lock(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from rating where workspace_id = :w and id = :id for update")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(RatingStore::rating))
                .optional();
    }

    /** The line of the log that this transaction wrote last. */
    long lineJustWritten(UUID workspace, ActivityKind kind) {
        return jdbc.sql("""
                        select max(seq) as seq from log
                        where workspace_id = :w and xid = pg_current_xact_id() and kind = :kind
                        """)
                .param("w", workspace)
                .param("kind", kind.code())
                .query(Row.as(row -> row.big("seq")))
                .single();
    }

    void insert(UUID workspace, List<StoredRating> ratings) {
        if (ratings.isEmpty()) {
            return;
        }
        Columns<StoredRating> columns = Columns.of(ratings);
        jdbc.sql("""
                        insert into rating (workspace_id, id, measure, value, refused, ticket_id, subject_id, is_message, agent_id,
                            customer_id, company_id, department_id, channel, survey_id, given_at, first_given_at, words_id,
                            external_id, log_seq)
                        select :w, n.* from unnest(:ids, cast(:measures as smallint[]), cast(:values as smallint[]),
                            cast(:refused as boolean[]), :tickets, :subjects, cast(:messages as boolean[]), :agents, :customers,
                            :companies, :departments, cast(:channels as smallint[]), :surveys, cast(:given as timestamptz[]),
                            cast(:first as timestamptz[]), :words, :externals, cast(:seqs as bigint[])) as n
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(StoredRating::id))
                .param("measures", columns.numbers(rating -> rating.measure().code()))
                .param("values", columns.numbers(StoredRating::value))
                .param("refused", columns.flags(StoredRating::refused))
                .param("tickets", columns.ids(StoredRating::ticket))
                .param("subjects", columns.ids(StoredRating::subject))
                .param("messages", columns.flags(StoredRating::isMessage))
                .param("agents", columns.ids(StoredRating::agent))
                .param("customers", columns.ids(StoredRating::customer))
                .param("companies", columns.ids(StoredRating::company))
                .param("departments", columns.ids(StoredRating::department))
                .param("channels", columns.numbers(StoredRating::channel))
                .param("surveys", columns.ids(StoredRating::survey))
                .param("given", columns.instants(StoredRating::givenAt))
                .param("first", columns.instants(StoredRating::firstGivenAt))
                .param("words", columns.ids(StoredRating::words))
                .param("externals", columns.texts(StoredRating::externalId))
                .param(
                        "seqs",
                        columns.texts(rating -> rating.logSeq() == null ? null : String.valueOf(rating.logSeq())))
                .update();
    }

    /** The customer thought again. */
    void change(UUID workspace, UUID id, Vote vote, @Nullable UUID words, Instant now, long logSeq) {
        jdbc.sql("""
                        update rating set value = :value, refused = :refused, words_id = cast(:words as uuid), given_at = :now,
                            log_seq = :seq, version = version + 1
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("value", vote.verdict().code())
                .param("refused", vote.refused())
                .param("words", words)
                .param("now", Sql.bind(now))
                .param("seq", logSeq)
                .update();
    }

    void invalidate(UUID workspace, UUID id, @Nullable UUID by, @Nullable UUID reason, Instant now) {
        jdbc.sql("""
                        update rating set invalidated_at = :now, invalidated_by = cast(:by as uuid),
                            reason_words_id = cast(:reason as uuid), version = version + 1
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("by", by)
                .param("reason", reason)
                .param("now", Sql.bind(now))
                .update();
    }

    /** By a new line of our own, whatever an import called the one before. */
    void restore(UUID workspace, UUID id, long logSeq) {
        jdbc.sql("""
                        update rating set invalidated_at = null, invalidated_by = null, reason_words_id = null, log_seq = :seq,
                            external_id = null, version = version + 1
                        where workspace_id = :w and id = :id
                        """).param("w", workspace).param("id", id).param("seq", logSeq).update();
    }

    /** What an import called so counts no more. @return whether it is there */
    boolean invalidateBroughtIn(UUID workspace, String externalId, @Nullable UUID reason, Instant at) {
        return jdbc.sql("""
                        update rating set invalidated_at = coalesce(invalidated_at, :at),
                            reason_words_id = coalesce(reason_words_id, cast(:reason as uuid)), version = version + 1
                        where workspace_id = :w and external_id = :external and measure = 1
                        """)
                        .param("w", workspace)
                        .param("external", externalId)
                        .param("reason", reason)
                        .param("at", Sql.bind(at))
                        .update()
                > 0;
    }

    void keepTakenBack(UUID workspace, String externalId, @Nullable UUID reason, Instant at) {
        jdbc.sql("""
                        insert into rating_taken_back (workspace_id, external_id, at, reason_words_id)
                        values (:w, :external, :at, cast(:reason as uuid)) on conflict do nothing
                        """)
                .param("w", workspace)
                .param("external", externalId)
                .param("reason", reason)
                .param("at", Sql.bind(at))
                .update();
    }

    /** Of what was taken back before it came, what is there by now. */
    void invalidateWhatWasTakenBack(UUID workspace) {
        jdbc.sql("""
                        with come as (
                            delete from rating_taken_back b using rating r
                            where b.workspace_id = :w and r.workspace_id = :w and r.external_id = b.external_id and r.measure = 1
                            returning r.id, b.at, b.reason_words_id)
                        update rating r set invalidated_at = come.at, reason_words_id = come.reason_words_id, version = version + 1
                        from come where r.workspace_id = :w and r.id = come.id and r.invalidated_at is null
                        """).param("w", workspace).update();
    }

    /** The latest of the ticket that counts and fits what is said of it. */
    void invalidateLatest(
            UUID workspace,
            UUID ticket,
            @Nullable UUID agent,
            @Nullable Verdict verdict,
            @Nullable UUID reason,
            Instant at) {
        jdbc.sql("""
                        update rating set invalidated_at = :at, reason_words_id = cast(:reason as uuid), version = version + 1
                        where workspace_id = :w and id = (
                            select id from rating where workspace_id = :w and ticket_id = :ticket and measure = 1
                                and invalidated_at is null and given_at <= :at
                                and (cast(:agent as uuid) is null or agent_id = :agent)
                                and (cast(:value as smallint) is null or value = :value)
                            order by given_at desc, id desc limit 1)
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .param("value", verdict == null ? null : verdict.code())
                .param("reason", reason)
                .param("at", Sql.bind(at))
                .update();
    }

    void move(UUID workspace, UUID from, UUID into) {
        jdbc.sql("update rating set customer_id = :into where workspace_id = :w and customer_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
    }

    /** The figures stay, as the log does; what was said in words goes. */
    void forgetWords(UUID workspace, UUID customer) {
        jdbc.sql("""
                        delete from activity_words where workspace_id = :w and id in (
                            select unnest(array[words_id, reason_words_id]) from rating where workspace_id = :w and customer_id = :customer)
                        """).param("w", workspace).param("customer", customer).update();
        jdbc.sql("""
                        update rating set words_id = null, reason_words_id = null
                        where workspace_id = :w and customer_id = :customer and (words_id is not null or reason_words_id is not null)
                        """).param("w", workspace).param("customer", customer).update();
    }

    void deleteOfTickets(UUID workspace, Collection<UUID> tickets) {
        jdbc.sql("""
                        with gone as (
                            delete from rating where workspace_id = :w and ticket_id = any (:tickets)
                            returning words_id, reason_words_id)
                        delete from activity_words where workspace_id = :w and id in (
                            select unnest(array[words_id, reason_words_id]) from gone)
                        """).param("w", workspace).param("tickets", Sql.bind(tickets)).update();
    }

    private static StoredRating rating(Row row) throws SQLException {
        long seq = row.big("log_seq");
        return new StoredRating(
                row.uuid("id"),
                Measure.ofCode(row.number("measure")),
                row.number("value"),
                row.flag("refused"),
                row.uuidOrNull("ticket_id"),
                row.uuidOrNull("subject_id"),
                row.flag("is_message"),
                row.uuidOrNull("agent_id"),
                row.uuidOrNull("customer_id"),
                row.uuidOrNull("company_id"),
                row.uuidOrNull("department_id"),
                row.numberOrNull("channel"),
                row.uuidOrNull("survey_id"),
                row.instant("given_at"),
                row.instant("first_given_at"),
                row.uuidOrNull("words_id"),
                row.textOrNull("external_id"),
                seq == 0 ? null : seq,
                row.instantOrNull("invalidated_at"),
                row.big("version"));
    }
}
