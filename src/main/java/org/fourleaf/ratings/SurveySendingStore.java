package org.fourleaf.ratings;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.tickets.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans, claims and settles what surveys are to be sent, and knows what speaks against sending one. */
@Component
class SurveySendingStore {

    private static final String COLUMNS =
            "id, survey_id, ticket_id, customer_id, company_id, agent_id, department_id, channel, tries, coalesce(sent_at, due_at) as sent_at";

    /** A survey for a ticket that was resolved. */
    record Plan(
            UUID id,
            UUID survey,
            UUID ticket,
            @Nullable UUID agent,
            @Nullable UUID department,
            @Nullable Integer channel,
            Instant dueAt) {

        static Plan of(Recorded line, Survey survey) {
            return new Plan(
                    Ids.next(),
                    survey.id(),
                    Objects.requireNonNull(line.ticket()),
                    line.agent(),
                    line.department(),
                    line.channel(),
                    line.at().plus(Duration.ofMinutes(survey.delayMinutes())));
        }
    }

    /** Whom it goes to, and what speaks against it. @param refused they want no more @param wrote they ever wrote to us */
    record Addressee(
            @Nullable String address,
            @Nullable String language,
            boolean refused,
            boolean wrote,
            boolean lately,
            boolean underWay,
            boolean undelivered,
            boolean demo) {}

    private final JdbcClient jdbc;

    SurveySendingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One a survey and ticket; what was passed over when the ticket was reopened is planned again. */
    void plan(UUID workspace, List<Plan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        Columns<Plan> columns = Columns.of(plans);
        jdbc.sql("""
                        insert into survey_sending as s (workspace_id, id, survey_id, ticket_id, customer_id, company_id, agent_id,
                            department_id, channel, due_at)
                        select distinct on (n.ticket, n.survey) :w, n.id, n.survey, n.ticket, t.customer_id, t.company_id,
                            coalesce(t.assignee_id, (select m.author_id from message m where m.workspace_id = :w and m.ticket_id = t.id
                                and m.type = 2 and m.author_kind = 1 and not m.held order by m.at desc, m.id desc limit 1), n.agent), coalesce(n.department, t.department_id), coalesce(n.channel, t.channel), n.due
                        from unnest(:ids, :surveys, :tickets, :agents, :departments, cast(:channels as smallint[]),
                            cast(:dues as timestamptz[])) as n(id, survey, ticket, agent, department, channel, due)
                        join ticket t on t.workspace_id = :w and t.id = n.ticket
                        order by n.ticket, n.survey, n.due desc
                        on conflict (workspace_id, ticket_id, survey_id) do update set state = 1, reason = null, tries = 0,
                            due_at = excluded.due_at, agent_id = excluded.agent_id, department_id = excluded.department_id
                        where s.state <> 2 and s.sent_at is null
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(Plan::id))
                .param("surveys", columns.ids(Plan::survey))
                .param("tickets", columns.ids(Plan::ticket))
                .param("agents", columns.ids(Plan::agent))
                .param("departments", columns.ids(Plan::department))
                .param("channels", columns.numbers(Plan::channel))
                .param("dues", columns.instants(Plan::dueAt))
                .update();
    }

    /** Takes the next that is due; another node leaves it alone until then. */
    Optional<SurveySending> claim(UUID workspace, Instant now, Instant until) {
        return jdbc.sql("""
                        update survey_sending s set due_at = :until, tries = tries + 1 from (
                            select id from survey_sending where workspace_id = :w and state = 1 and due_at <= :now
                            order by due_at, id limit 1 for update skip locked) as due
                        where s.workspace_id = :w and s.id = due.id
                        returning s.id, survey_id, ticket_id, customer_id, company_id, agent_id, department_id, channel, tries, s.due_at as sent_at
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("until", Sql.bind(until))
                .query(Row.as(SurveySendingStore::sending))
                .optional();
    }

    /** Two surveys to one customer meet here: the second waits for the first's end. */
    Optional<Addressee> addressee(UUID workspace, SurveySending sending, int everyDays, Instant now) {
        boolean there = jdbc.sql("""
                        select 1 from customer where workspace_id = :w and id = :customer and erased_at is null for no key update
                        """)
                .param("w", workspace)
                .param("customer", sending.customer())
                .query(Row.as(row -> true))
                .optional()
                .isPresent();
        if (!there) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select c.language, w.demo, (select a.address from customer_address a
                                where a.workspace_id = :w and a.customer_id = c.id and a.is_primary limit 1) as address,
                            exists (select 1 from survey_refusal r where r.workspace_id = :w and r.customer_id = c.id) as refused,
                            exists (select 1 from ticket t join message m on m.workspace_id = :w and m.ticket_id = t.id
                                where t.workspace_id = :w and t.customer_id = c.id and m.direction = :in and m.author_kind = 2
                                    and m.author_id = c.id) as wrote,
                            exists (select 1 from survey_sending s where s.workspace_id = :w and s.survey_id = :survey
                                and s.customer_id = c.id and s.state = 2 and s.sent_at > :since) as lately,
                            exists (select 1 from survey_sending s where s.workspace_id = :w and s.survey_id = :survey
                                and s.customer_id = c.id and s.id <> :id and s.state = 1 and s.tries > 0 and s.due_at > :now) as under_way,
                            coalesce((select m.delivery = 5 from message m where m.workspace_id = :w and m.ticket_id = :ticket
                                and m.direction = :out and m.delivery is not null order by m.at desc, m.id desc limit 1), false)
                                as undelivered
                        from customer c join workspace w on w.id = :w
                        where c.workspace_id = :w and c.id = :customer
                        """)
                .param("w", workspace)
                .param("id", sending.id())
                .param("survey", sending.survey())
                .param("ticket", sending.ticket())
                .param("customer", sending.customer())
                .param("in", Direction.IN.code())
                .param("out", Direction.OUT.code())
                .param("since", Sql.bind(everyDays == 0 ? now : now.minus(Duration.ofDays(everyDays))))
                .param("now", Sql.bind(now))
                .query(Row.as(row -> new Addressee(
                        row.textOrNull("address"),
                        row.textOrNull("language"),
                        row.flag("refused"),
                        row.flag("wrote"),
                        row.flag("lately"),
                        row.flag("under_way"),
                        row.flag("undelivered"),
                        row.flag("demo"))))
                .optional();
    }

    /** @return whether it was not sent before */
    boolean sent(UUID workspace, UUID id, Instant now) {
        return jdbc.sql("""
                        update survey_sending set state = 2, sent_at = :now, reason = null
                        where workspace_id = :w and id = :id and state = 1
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    void passedOver(UUID workspace, UUID id, String reason, Instant now) {
        jdbc.sql(
                        "update survey_sending set state = 3, reason = :reason, due_at = :now where workspace_id = :w and id = :id and state = 1")
                .param("w", workspace)
                .param("id", id)
                .param("reason", reason)
                .param("now", Sql.bind(now))
                .update();
    }

    void again(UUID workspace, UUID id, String reason, Instant at) {
        jdbc.sql("""
                        update survey_sending set due_at = :at, reason = :reason
                        where workspace_id = :w and id = :id and state = 1
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("reason", reason)
                .param("at", Sql.bind(at))
                .update();
    }

    /** One that was sent. */
    Optional<SurveySending> asked(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from survey_sending where workspace_id = :w and id = :id and tries > 0")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(SurveySendingStore::sending))
                .optional();
    }

    void move(UUID workspace, UUID from, UUID into) {
        jdbc.sql("update survey_sending set customer_id = :into where workspace_id = :w and customer_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("""
                        insert into survey_refusal (workspace_id, customer_id, at)
                        select workspace_id, :into, at from survey_refusal where workspace_id = :w and customer_id = :from
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
    }

    void forget(UUID workspace, UUID customer) {
        jdbc.sql(
                        "update survey_sending set state = 3, reason = 'erased' where workspace_id = :w and customer_id = :customer and state = 1")
                .param("w", workspace)
                .param("customer", customer)
                .update();
        jdbc.sql("delete from survey_refusal where workspace_id = :w and customer_id = :customer")
                .param("w", workspace)
                .param("customer", customer)
                .update();
    }

    /** @return whether they wanted some until now */
    boolean refuse(UUID workspace, UUID customer, Instant now) {
        return jdbc.sql("""
                        insert into survey_refusal (workspace_id, customer_id, at) values (:w, :customer, :now)
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("customer", customer)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    Optional<Instant> refusedSince(UUID workspace, UUID customer) {
        return jdbc.sql("select at from survey_refusal where workspace_id = :w and customer_id = :customer")
                .param("w", workspace)
                .param("customer", customer)
                .query(Row.as(row -> row.instant("at")))
                .optional();
    }

    /** @return whether they wanted none until now */
    boolean mayAskAgain(UUID workspace, UUID customer) {
        return jdbc.sql("delete from survey_refusal where workspace_id = :w and customer_id = :customer")
                        .param("w", workspace)
                        .param("customer", customer)
                        .update()
                == 1;
    }

    private static SurveySending sending(Row row) throws SQLException {
        return new SurveySending(
                row.uuid("id"),
                row.uuid("survey_id"),
                row.uuid("ticket_id"),
                row.uuid("customer_id"),
                row.uuidOrNull("company_id"),
                row.uuidOrNull("agent_id"),
                row.uuid("department_id"),
                row.number("channel"),
                row.number("tries"),
                row.instant("sent_at"));
    }
}
