package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.PresenceState;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what agents said of their presence, and the spans of time that make of it. */
@Component
class PresenceSpanStore {

    private static final int CHANNELS_MAX = 32;

    private static final RowMapper<PresenceMark> MARK = Row.as(row -> new PresenceMark(
            row.uuid("agent_id"),
            row.number("channel"),
            row.instant("at"),
            row.big("seq"),
            PresenceState.ofCode(row.number("state")),
            row.textOrNull("reason"),
            row.uuid("department_id")));

    /** A time of an agent that is told anew. @param to none for ever */
    record Stretch(UUID agent, Instant from, @Nullable Instant to) {}

    private final JdbcClient jdbc;

    PresenceSpanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(UUID workspace, List<PresenceMark> marks) {
        Columns<PresenceMark> columns = Columns.of(marks);
        jdbc.sql("""
                        insert into presence_mark (workspace_id, agent_id, channel, at, seq, state, reason, department_id)
                        select :w, m.* from unnest(:agents, cast(:channels as smallint[]), cast(:ats as timestamptz[]),
                            cast(:seqs as bigint[]), cast(:states as smallint[]), :reasons, :departments) as m
                        """)
                .param("w", workspace)
                .param("agents", columns.ids(PresenceMark::agent))
                .param("channels", columns.numbers(PresenceMark::channel))
                .param("ats", columns.instants(PresenceMark::at))
                .param("seqs", columns.texts(mark -> Long.toString(mark.seq())))
                .param("states", columns.numbers(mark -> mark.state().code()))
                .param("reasons", columns.texts(PresenceMark::reason))
                .param("departments", columns.ids(PresenceMark::department))
                .update();
    }

    /** Each up to the next word about all channels at once after its end: what comes after that stays as it is. */
    List<Stretch> upToTheNextWordForAll(UUID workspace, List<Stretch> stretches) {
        Columns<Stretch> columns = Columns.of(stretches);
        return jdbc.sql("""
                        select s.agent_id, s.since, next.at as until
                        from unnest(:agents, cast(:sinces as timestamptz[]), cast(:lasts as timestamptz[])) as s(agent_id, since, last)
                        left join lateral (
                            select m.at from presence_mark m where m.workspace_id = :w and m.agent_id = s.agent_id
                                and m.channel = 0 and m.at > s.last order by m.at limit 1) as next on true
                        """)
                .param("w", workspace)
                .param("agents", columns.ids(Stretch::agent))
                .param("sinces", columns.instants(Stretch::from))
                .param("lasts", columns.instants(Stretch::to))
                .query(Row.as(
                        row -> new Stretch(row.uuid("agent_id"), row.instant("since"), row.instantOrNull("until"))))
                .list();
    }

    /** The last word of each channel before each stretch. */
    List<PresenceMark> before(UUID workspace, List<Stretch> stretches) {
        Columns<Stretch> columns = Columns.of(stretches);
        return jdbc.sql("""
                        select last.* from unnest(:agents, cast(:sinces as timestamptz[])) as s(agent_id, since)
                        cross join generate_series(0, :channels) as c(channel)
                        cross join lateral (
                            select m.* from presence_mark m where m.workspace_id = :w and m.agent_id = s.agent_id
                                and m.channel = cast(c.channel as smallint) and m.at < s.since order by m.at desc, m.seq desc limit 1) as last
                        """)
                .param("w", workspace)
                .param("channels", CHANNELS_MAX)
                .param("agents", columns.ids(Stretch::agent))
                .param("sinces", columns.instants(Stretch::from))
                .query(MARK)
                .list();
    }

    List<PresenceMark> within(UUID workspace, List<Stretch> stretches) {
        Columns<Stretch> columns = Columns.of(stretches);
        return jdbc.sql("""
                        select m.* from unnest(:agents, cast(:sinces as timestamptz[]), cast(:untils as timestamptz[]))
                            as s(agent_id, since, until)
                        join presence_mark m on m.workspace_id = :w and m.agent_id = s.agent_id and m.at >= s.since
                            and m.at < coalesce(s.until, 'infinity')
                        """)
                .param("w", workspace)
                .param("agents", columns.ids(Stretch::agent))
                .param("sinces", columns.instants(Stretch::from))
                .param("untils", columns.instants(Stretch::to))
                .query(MARK)
                .list();
    }

    /** Puts the spans in place of what was told of the stretches; a span over a stretch's border is cut there. */
    void replace(UUID workspace, List<Stretch> stretches, List<PresenceSpan> spans) {
        Columns<Stretch> columns = Columns.of(stretches);
        for (String statement : List.of("""
                insert into presence_span (workspace_id, agent_id, channel, since, until, state, reason, department_id)
                select p.workspace_id, p.agent_id, p.channel, s.until, p.until, p.state, p.reason, p.department_id
                from stretch s join presence_span p on p.workspace_id = :w and p.agent_id = s.agent_id
                    and p.since < s.until and p.until > s.until
                """, """
                update presence_span p set until = s.since from stretch s
                where p.workspace_id = :w and p.agent_id = s.agent_id and p.since < s.since and p.until > s.since
                """, """
                delete from presence_span p using stretch s
                where p.workspace_id = :w and p.agent_id = s.agent_id and p.since >= s.since
                    and p.since < coalesce(s.until, 'infinity')
                """)) {
            jdbc.sql("""
                            with stretch as (select * from unnest(:agents, cast(:sinces as timestamptz[]),
                                cast(:untils as timestamptz[])) as s(agent_id, since, until))
                            """ + statement)
                    .param("w", workspace)
                    .param("agents", columns.ids(Stretch::agent))
                    .param("sinces", columns.instants(Stretch::from))
                    .param("untils", columns.instants(Stretch::to))
                    .update();
        }
        insert(workspace, spans);
    }

    private void insert(UUID workspace, List<PresenceSpan> spans) {
        if (spans.isEmpty()) {
            return;
        }
        Columns<PresenceSpan> columns = Columns.of(new ArrayList<>(spans));
        jdbc.sql("""
                        insert into presence_span (workspace_id, agent_id, channel, since, until, state, reason, department_id)
                        select :w, p.agent_id, p.channel, p.since, coalesce(p.until, 'infinity'), p.state, p.reason, p.department_id
                        from unnest(:agents, cast(:channels as smallint[]), cast(:sinces as timestamptz[]),
                            cast(:untils as timestamptz[]), cast(:states as smallint[]), :reasons, :departments)
                            as p(agent_id, channel, since, until, state, reason, department_id)
                        """)
                .param("w", workspace)
                .param("agents", columns.ids(PresenceSpan::agent))
                .param("channels", columns.numbers(PresenceSpan::channel))
                .param("sinces", columns.instants(PresenceSpan::since))
                .param("untils", columns.instants(PresenceSpan::until))
                .param("states", columns.numbers(span -> span.state().code()))
                .param("reasons", columns.texts(PresenceSpan::reason))
                .param("departments", columns.ids(PresenceSpan::department))
                .update();
    }
}
