package org.fourleaf.badges;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves who held which badge when. */
@Component
class AwardStore {

    /** Of one badge; more than that hold none at once. */
    private static final int HELD_MAX = 10_000;

    private static final RowMapper<Award> AWARD = Row.as(AwardStore::award);

    private final JdbcClient jdbc;

    AwardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who holds which badge now, in the order they won it. */
    List<Award> held(UUID workspace) {
        return jdbc.sql("""
                        select * from badge_award where workspace_id = :w and until is null order by badge_id, since, id limit :max
                        """)
                .param("w", workspace)
                .param("max", HELD_MAX)
                .query(AWARD)
                .list();
    }

    List<Award> held(UUID workspace, String badge) {
        return jdbc.sql("""
                        select * from badge_award where workspace_id = :w and badge_id = :badge and until is null
                        order by since, id limit :max
                        """)
                .param("w", workspace)
                .param("badge", badge)
                .param("max", HELD_MAX)
                .query(AWARD)
                .list();
    }

    void insert(UUID workspace, Award award) {
        jdbc.sql("""
                        insert into badge_award (workspace_id, id, badge_id, agent_id, tier, since, until, value, sample, played)
                        values (:w, :id, :badge, :agent, :tier, :since, :until, :value, :sample, :played)
                        """)
                .param("w", workspace)
                .param("id", award.id())
                .param("badge", award.badge())
                .param("agent", award.agent())
                .param("tier", award.tier() == null ? 0 : award.tier().code())
                .param("since", number(award.since()))
                .param("until", award.until() == null ? null : number(award.until()))
                .param("value", award.value())
                .param("sample", award.sample())
                .param("played", award.played())
                .update();
    }

    void end(UUID workspace, UUID award, LocalDate until) {
        jdbc.sql("update badge_award set until = :until where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", award)
                .param("until", number(until))
                .update();
    }

    /** What was found by playing the past. */
    List<Award> played(UUID workspace, String badge) {
        return jdbc.sql(
                        "select * from badge_award where workspace_id = :w and badge_id = :badge and played order by since, id")
                .param("w", workspace)
                .param("badge", badge)
                .query(AWARD)
                .list();
    }

    void deletePlayed(UUID workspace, Collection<UUID> awards) {
        jdbc.sql("delete from badge_award where workspace_id = :w and id = any (:ids) and played")
                .param("w", workspace)
                .param("ids", Sql.bind(awards))
                .update();
    }

    /** Newest first. @param badges only of these @param agent only theirs; none for everybody's */
    List<Award> page(UUID workspace, List<String> badges, @Nullable UUID agent, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of("select * from badge_award where workspace_id = ? and badge_id = any (?)", workspace, badges);
        sql.addIf(agent != null, "and agent_id = ?", agent);
        if (after != null) {
            sql.add("and (since, id) < (?, ?)", (int) after.number(0), after.id(1));
        }
        return sql.add("order by since desc, id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(AWARD)
                .list();
    }

    /** Who drew a random badge last before a day. */
    List<Award> before(UUID workspace, String badge, LocalDate day) {
        return jdbc.sql("""
                        select * from badge_award where workspace_id = :w and badge_id = :badge and since < :day
                        order by since desc, id desc limit 1
                        """)
                .param("w", workspace)
                .param("badge", badge)
                .param("day", number(day))
                .query(AWARD)
                .list();
    }

    /** On which days the agent held a badge that moves on and is not negative. */
    SortedSet<LocalDate> daysHeld(UUID workspace, UUID agent, LocalDate since, LocalDate today) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct d.day from badge_award a
                        join badge b on b.workspace_id = :w and b.id = a.badge_id and b.kind <> :earned and b.polarity <> :negative
                        cross join lateral generate_series(greatest(a.since, :since), least(coalesce(a.until, :today + 1), :today + 1) - 1)
                            as d(day)
                        where a.workspace_id = :w and a.agent_id = :agent and coalesce(a.until, :today + 1) > :since
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("earned", BadgeKind.EARNED.code())
                .param("negative", Polarity.NEGATIVE.code())
                .param("since", number(since))
                .param("today", number(today))
                .query(Row.as(row -> LocalDate.ofEpochDay(row.number("day"))))
                .list());
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private static Award award(Row row) throws SQLException {
        Integer until = row.numberOrNull("until");
        int tier = row.number("tier");
        return new Award(
                row.uuid("id"),
                row.text("badge_id"),
                row.uuid("agent_id"),
                tier == 0 ? null : Tier.ofCode(tier),
                LocalDate.ofEpochDay(row.number("since")),
                until == null ? null : LocalDate.ofEpochDay(until),
                row.set().getDouble("value"),
                row.big("sample"),
                row.flag("played"));
    }
}
