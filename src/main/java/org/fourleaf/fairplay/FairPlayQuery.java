package org.fourleaf.fairplay;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds in the log what is looked for. Reads the lines of the period by kind, and what followed them within a day. */
@Component
class FairPlayQuery {

    /** How many cases an agent has. @param of all their acts of that sort */
    record Tally(UUID agent, long cases, long of) {}

    /** One case. @param ticket its code, when it is here @param otherTicket the code of the one that came after, if it is another */
    record Evidence(
            String id,
            Instant at,
            @Nullable String ticket,
            @Nullable String otherTicket,
            @Nullable Instant followedAt) {}

    private static final String BOUND =
            " l.workspace_id = :w and l.at >= :from and l.at < :to and l.agent_id = any (:agents) ";

    private final JdbcClient jdbc;

    FairPlayQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Tally> tallies(UUID workspace, TimeSlice time, Collection<UUID> agents, FlagKind kind) {
        return bound("""
                        with acts as (select agent_id, count(*) as n from log l where %2$s and l.kind = %3$d group by agent_id),
                            found as (select agent_id, count(*) as n from (%1$s) as cases group by agent_id)
                        select a.agent_id, a.n as of, coalesce(f.n, 0) as cases from acts a left join found f using (agent_id)
                        """.formatted(cases(kind), BOUND, actOf(kind).code()), workspace, time, agents)
                .query(Row.as(row -> new Tally(row.uuid("agent_id"), row.big("cases"), row.big("of"))))
                .list();
    }

    /** Of one agent, newest first. */
    List<Evidence> evidence(UUID workspace, TimeSlice time, UUID agent, FlagKind kind, Slice slice) {
        Cursor after = slice.after(2);
        return bound("""
                        with cases as (%s)
                        select c.seq, c.at, c.followed_at, t.code, o.code as other_code from cases c
                        left join ticket t on t.workspace_id = :w and t.id = c.ticket_id
                        left join ticket o on o.workspace_id = :w and o.id = c.other_id and o.id <> c.ticket_id
                        where cast(:after as timestamptz) is null or (c.at, c.seq) < (cast(:after as timestamptz), cast(:seq as bigint))
                        order by c.at desc, c.seq desc limit :limit
                        """.formatted(cases(kind)), workspace, time, List.of(agent))
                .param("after", Sql.bind(after == null ? null : after.instant(0)))
                .param("seq", after == null ? null : after.number(1))
                .param("limit", slice.fetch())
                .query(Row.as(row -> new Evidence(
                        Long.toString(row.big("seq")),
                        row.instant("at"),
                        row.textOrNull("code"),
                        row.textOrNull("other_code"),
                        row.instantOrNull("followed_at"))))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, UUID workspace, TimeSlice time, Collection<UUID> agents) {
        return jdbc.sql(sql)
                .param("w", workspace)
                .param("from", Sql.bind(time.from()))
                .param("to", Sql.bind(time.to()))
                .param("agents", Sql.bind(agents));
    }

    private static ActivityKind actOf(FlagKind kind) {
        return switch (kind) {
            case QUICK_RETURNS -> ActivityKind.TICKET_RESOLVED;
            case SHORT_CALLS -> ActivityKind.CALL_ENDED;
            case BOUNCED_TRANSFERS -> ActivityKind.TICKET_TRANSFERRED;
            case TAG_CHURN -> ActivityKind.TICKET_TAGGED;
            case IDLE_VIEWS -> ActivityKind.TICKET_VIEWED;
            case RATINGS_FROM_ONE -> ActivityKind.RATING_GIVEN;
        };
    }

    /** Rows of agent_id, seq, at, ticket_id, other_id, followed_at. */
    private static String cases(FlagKind kind) {
        String acts = "from log l where" + BOUND + "and l.kind = " + actOf(kind).code();
        return switch (kind) {
            case QUICK_RETURNS ->
                """
                select distinct on (f.seq) f.* from (
                    select l.agent_id, l.seq, l.at, l.ticket_id, l.ticket_id as other_id, r.at as followed_at
                    from (select l.* %1$s) l join log r on r.workspace_id = :w and r.ticket_id = l.ticket_id and r.kind = %2$d
                        and r.at > l.at and r.at <= l.at + interval '24 hours'
                    union all
                    select l.agent_id, l.seq, l.at, l.ticket_id, n.ticket_id, n.at
                    from (select l.* %1$s) l join log n on n.workspace_id = :w and n.kind = %3$d and n.at > cast(:from as timestamptz)
                        and n.at <= cast(:to as timestamptz) + interval '24 hours' and n.customer_id = l.customer_id
                        and n.ticket_id <> l.ticket_id and n.at > l.at and n.at <= l.at + interval '24 hours') f
                order by f.seq, f.followed_at
                """.formatted(acts, ActivityKind.TICKET_REOPENED.code(), ActivityKind.TICKET_CREATED.code());
            case SHORT_CALLS -> """
                select l.agent_id, l.seq, l.at, l.ticket_id, cast(null as uuid) as other_id, cast(null as timestamptz) as followed_at
                %s and jsonb_typeof(l.facts -> 'talk') = 'number' and cast(l.facts ->> 'talk' as numeric) <= 5
                    and l.facts ->> 'ended_by' is distinct from 'customer'
                """.formatted(acts);
            case BOUNCED_TRANSFERS -> """
                select l.agent_id, l.seq, l.at, l.ticket_id, cast(null as uuid) as other_id, back.at as followed_at
                from (select l.* %s) l cross join lateral (
                    select b.at from log b where b.workspace_id = :w and b.ticket_id = l.ticket_id and b.kind = %d
                        and b.at > l.at and b.at <= l.at + interval '24 hours'
                        and ((l.facts ->> 'from_department' <> l.facts ->> 'to_department'
                                and b.facts ->> 'to_department' = l.facts ->> 'from_department')
                            or (l.facts ->> 'from_agent' <> l.facts ->> 'to_agent'
                                and b.facts ->> 'to_agent' = l.facts ->> 'from_agent'))
                    order by b.at limit 1) back
                """.formatted(acts, ActivityKind.TICKET_TRANSFERRED.code());
            case TAG_CHURN -> """
                select l.agent_id, l.seq, l.at, l.ticket_id, cast(null as uuid) as other_id, off.at as followed_at
                from (select l.* %s) l cross join lateral (
                    select u.at from log u where u.workspace_id = :w and u.ticket_id = l.ticket_id and u.kind = %d
                        and u.agent_id = l.agent_id and u.facts ->> 'tag' = l.facts ->> 'tag'
                        and u.at > l.at and u.at <= l.at + interval '1 hour'
                    order by u.at limit 1) off
                """.formatted(acts, ActivityKind.TICKET_UNTAGGED.code());
            case IDLE_VIEWS ->
                """
                select l.agent_id, l.seq, l.at, l.ticket_id, cast(null as uuid) as other_id, cast(null as timestamptz) as followed_at
                %s and not exists (
                    select 1 from log d where d.workspace_id = :w and d.ticket_id = l.ticket_id and d.agent_id = l.agent_id
                        and d.kind not in (%d, %d, %d) and d.at >= l.at - interval '1 hour' and d.at <= l.at + interval '24 hours')
                """.formatted(
                                acts,
                                ActivityKind.TICKET_VIEWED.code(),
                                ActivityKind.TICKET_OPENED_ON_SCREEN.code(),
                                ActivityKind.TICKET_LEFT_SCREEN.code());
            case RATINGS_FROM_ONE -> """
                select l.agent_id, l.seq, l.at, l.ticket_id, cast(null as uuid) as other_id, cast(null as timestamptz) as followed_at
                from (select l.*, rank() over (partition by l.agent_id order by n desc, l.customer_id) as place
                    from (select l.*, count(*) over (partition by l.agent_id, l.customer_id) as n %s and l.customer_id is not null) l) l
                where place = 1
                """.formatted(acts);
        };
    }
}
