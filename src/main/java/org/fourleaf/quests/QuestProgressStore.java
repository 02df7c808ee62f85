package org.fourleaf.quests;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to how far agents are, takes back what turned out false, and says who is through. */
@Component
class QuestProgressStore {

    private static final int AGENTS_MAX = 10_000;
    private static final RowMapper<Run> RUN = Row.as(QuestProgressStore::run);
    private static final RowMapper<Done> DONE =
            Row.as(row -> new Done(run(row), row.instant("at"), row.number("points"), row.number("coins")));
    private static final RowMapper<Made> MADE =
            Row.as(row -> new Made(run(row), row.text("step_id"), row.number("n"), row.number("goal")));

    /** One agent at one quest in one period. */
    record Run(UUID agent, String quest, int period) {}

    /** How often they did what a step asks. @param goal how often that is asked */
    record Made(Run run, String step, int n, int goal) {}

    /**
     * An activity that counts towards a step.
     *
     * @param seq its line, which counts once
     * @param subject the ticket or kudos it is about
     */
    record Mark(
            Run run,
            String step,
            int goal,
            long seq,
            ActivityKind kind,
            @Nullable UUID subject,
            Instant at) {}

    /**
     * What marks of a subject count no more.
     *
     * @param seq the line that says so: of what was before it
     * @param only the one mark that is meant, if it is known
     * @param agent whose, if only theirs
     * @param since only what was not before
     */
    record Falsified(
            UUID subject,
            long seq,
            @Nullable Long only,
            @Nullable UUID agent,
            @Nullable Instant since) {}

    /** A step that went back, as it is now. @param subject because of which ticket or kudos, the latest of several */
    record Back(Made made, UUID subject) {}

    /** That somebody completed it. */
    record Done(Run run, Instant at, int points, int coins) {}

    private final JdbcClient jdbc;

    QuestProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mark that is there already changes nothing, so that the log can be read again. @return the steps that moved, as they are now */
    List<Made> add(UUID workspace, List<Mark> marks) {
        Columns<Mark> columns = Columns.of(marks);
        return jdbc.sql("""
                        with mark as (
                            select * from unnest(:agents, :quests, :periods, :steps, :goals, cast(:seqs as bigint[]), cast(:kinds as smallint[]),
                                :subjects, cast(:ats as timestamptz[])) as e(agent, quest, period, step, goal, seq, kind, subject, at)
                        ), fresh as (
                            insert into quest_mark (workspace_id, quest_id, step_id, source_seq, source_kind, agent_id, period, subject_id, at)
                            select :w, quest, step, seq, kind, agent, period, subject, at from mark
                            on conflict do nothing returning agent_id, quest_id, period, step_id
                        ), counted as (
                            select f.agent_id, f.quest_id, f.period, f.step_id, count(*) as n,
                                (select max(m.goal) from mark m where m.quest = f.quest_id and m.step = f.step_id) as goal
                            from fresh f group by 1, 2, 3, 4
                        )
                        insert into quest_progress as p (workspace_id, agent_id, quest_id, period, step_id, n, goal)
                        select :w, agent_id, quest_id, period, step_id, n, goal from counted order by 2, 3, 4, 5
                        on conflict (workspace_id, agent_id, quest_id, period, step_id) do update
                            set n = p.n + excluded.n, goal = excluded.goal
                        returning agent_id, quest_id, period, step_id, n, goal
                        """)
                .param("w", workspace)
                .param("agents", columns.ids(each -> each.run().agent()))
                .param("quests", columns.texts(each -> each.run().quest()))
                .param("periods", columns.numbers(each -> each.run().period()))
                .param("steps", columns.texts(Mark::step))
                .param("goals", columns.numbers(Mark::goal))
                .param("seqs", columns.texts(each -> Long.toString(each.seq())))
                .param("kinds", columns.numbers(each -> each.kind().code()))
                .param("subjects", columns.ids(Mark::subject))
                .param("ats", columns.instants(Mark::at))
                .query(MADE)
                .list();
    }

    /** @param kinds of the activities that may be falsified so */
    List<Back> takeBack(UUID workspace, List<ActivityKind> kinds, List<Falsified> falsified) {
        Columns<Falsified> columns = Columns.of(falsified);
        return jdbc.sql("""
                        with taken as (
                            update quest_mark m set taken_seq = f.seq
                            from unnest(:subjects, cast(:seqs as bigint[]), cast(:onlys as bigint[]), :agents, cast(:sinces as timestamptz[]))
                                as f(subject, seq, only_seq, agent, since)
                            where m.workspace_id = :w and m.subject_id = f.subject and m.taken_seq is null and m.source_seq < f.seq
                                and m.source_kind = any (cast(:kinds as smallint[]))
                                and (f.only_seq is null or m.source_seq = f.only_seq) and (f.agent is null or m.agent_id = f.agent)
                                and (f.since is null or m.at > f.since)
                            returning m.agent_id, m.quest_id, m.period, m.step_id, m.subject_id, m.source_seq
                        ), counted as (
                            select agent_id, quest_id, period, step_id, count(*) as n,
                                (array_agg(subject_id order by source_seq desc))[1] as subject
                            from taken group by 1, 2, 3, 4
                        )
                        update quest_progress p set n = greatest(0, p.n - c.n) from counted c
                        where p.workspace_id = :w and p.agent_id = c.agent_id and p.quest_id = c.quest_id and p.period = c.period
                            and p.step_id = c.step_id
                        returning p.agent_id, p.quest_id, p.period, p.step_id, p.n, p.goal, c.subject
                        """)
                .param("w", workspace)
                .param("subjects", columns.ids(Falsified::subject))
                .param("seqs", columns.texts(each -> Long.toString(each.seq())))
                .param("onlys", columns.texts(each -> each.only() == null ? null : Long.toString(each.only())))
                .param("agents", columns.ids(Falsified::agent))
                .param("sinces", columns.instants(Falsified::since))
                .param("kinds", kinds.stream().map(ActivityKind::code).toArray(Integer[]::new))
                .query(Row.as(row -> new Back(
                        new Made(run(row), row.text("step_id"), row.number("n"), row.number("goal")),
                        row.uuid("subject"))))
                .list();
    }

    /** What is so old stands from now on. @return whether there may be more of it */
    boolean forget(UUID workspace, Instant before, int max) {
        return jdbc.sql("""
                        delete from quest_mark where workspace_id = :w and (quest_id, step_id, source_seq) in (
                            select quest_id, step_id, source_seq from quest_mark where workspace_id = :w and at < :before order by at limit :max)
                        """)
                        .param("w", workspace)
                        .param("before", Sql.bind(before))
                        .param("max", max)
                        .update()
                == max;
    }

    /** By step, how often. */
    Map<Run, Map<String, Integer>> of(UUID workspace, Collection<UUID> agents, Collection<String> quests) {
        Map<Run, Map<String, Integer>> all = new HashMap<>();
        jdbc.sql("""
                        select agent_id, quest_id, period, step_id, n from quest_progress
                        where workspace_id = :w and agent_id = any (:agents) and quest_id = any (:quests)
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .param("quests", Sql.bind(quests))
                .query(Row.as(row ->
                        all.computeIfAbsent(run(row), made -> new HashMap<>()).put(row.text("step_id"), row.number("n"))
                                == null))
                .list();
        return all;
    }

    /** Who has begun a quest in a period. */
    List<Run> begun(UUID workspace, String quest, int period) {
        return jdbc.sql("""
                        select distinct agent_id, quest_id, period from quest_progress
                        where workspace_id = :w and quest_id = :quest and period = :period limit :max
                        """)
                .param("w", workspace)
                .param("quest", quest)
                .param("period", period)
                .param("max", AGENTS_MAX)
                .query(RUN)
                .list();
    }

    /** @return whether they had not yet in this period */
    boolean done(UUID workspace, Done done) {
        return jdbc.sql("""
                        insert into quest_done (workspace_id, agent_id, quest_id, period, at, points, coins)
                        values (:w, :agent, :quest, :period, :at, :points, :coins) on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("agent", done.run().agent())
                        .param("quest", done.run().quest())
                        .param("period", done.run().period())
                        .param("at", Sql.bind(done.at()))
                        .param("points", done.points())
                        .param("coins", done.coins())
                        .update()
                == 1;
    }

    /** Who completed a quest in a period. */
    Set<UUID> doneIn(UUID workspace, String quest, int period) {
        return Set.copyOf(jdbc.sql("""
                        select agent_id from quest_done where workspace_id = :w and quest_id = :quest and period = :period limit :max
                        """)
                .param("w", workspace)
                .param("quest", quest)
                .param("period", period)
                .param("max", AGENTS_MAX)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list());
    }

    /** @return what it was worth; none when they had not completed it */
    Optional<Done> undone(UUID workspace, Run run) {
        return jdbc.sql("""
                        delete from quest_done where workspace_id = :w and agent_id = :agent and quest_id = :quest and period = :period
                        returning *
                        """)
                .param("w", workspace)
                .param("agent", run.agent())
                .param("quest", run.quest())
                .param("period", run.period())
                .query(DONE)
                .optional();
    }

    /** What an agent completed of these, the latest first. */
    List<Done> doneBy(UUID workspace, UUID agent, Collection<String> quests) {
        return jdbc.sql("""
                        select * from quest_done where workspace_id = :w and agent_id = :agent and quest_id = any (:quests)
                        order by at desc limit :max
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("quests", Sql.bind(quests))
                .param("max", AGENTS_MAX)
                .query(DONE)
                .list();
    }

    private static Run run(Row row) throws SQLException {
        return new Run(row.uuid("agent_id"), row.text("quest_id"), row.number("period"));
    }
}
