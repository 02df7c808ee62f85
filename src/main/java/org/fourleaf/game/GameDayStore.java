package org.fourleaf.game;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the game is set in a workspace, and which days have been evaluated. */
@Component
class GameDayStore {

    /**
     * @param begun the day it was first looked at; those after it are evaluated
     * @param fullBoards whether all may see whole boards
     * @param anonymous whether others on boards have no names
     */
    record Setting(Preset preset, LocalDate begun, boolean fullBoards, boolean anonymous) {

        static final Setting USUAL = new Setting(Preset.KIND, LocalDate.EPOCH, false, false);
    }

    /** A day whose evaluation has begun and not ended. @param bound the snapshot up to which activities must be counted first */
    record Waiting(LocalDate day, String bound) {}

    private final JdbcClient jdbc;

    GameDayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Setting> setting(UUID workspace) {
        return jdbc.sql("select preset, begun, full_boards, anonymous from game_setting where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new Setting(
                        Preset.ofCode(row.number("preset")),
                        LocalDate.ofEpochDay(row.number("begun")),
                        row.flag("full_boards"),
                        row.flag("anonymous"))))
                .optional();
    }

    /** @return whether it had not begun */
    boolean begin(UUID workspace, LocalDate day) {
        return jdbc.sql("insert into game_setting (workspace_id, begun) values (:w, :day) on conflict do nothing")
                        .param("w", workspace)
                        .param("day", number(day))
                        .update()
                == 1;
    }

    void set(UUID workspace, Preset preset) {
        jdbc.sql("update game_setting set preset = :preset where workspace_id = :w")
                .param("w", workspace)
                .param("preset", preset.code())
                .update();
    }

    void setBoards(UUID workspace, boolean full, boolean anonymous) {
        jdbc.sql("update game_setting set full_boards = :full, anonymous = :anonymous where workspace_id = :w")
                .param("w", workspace)
                .param("full", full)
                .param("anonymous", anonymous)
                .update();
    }

    /** The last day that is evaluated or waits for it. */
    @Nullable
    LocalDate last(UUID workspace) {
        return jdbc.sql("select day from badge_day where workspace_id = :w order by day desc limit 1")
                .param("w", workspace)
                .query(Row.as(row -> LocalDate.ofEpochDay(row.number("day"))))
                .optional()
                .orElse(null);
    }

    void insert(UUID workspace, LocalDate day, String bound) {
        jdbc.sql("insert into badge_day (workspace_id, day, bound) values (:w, :day, :bound) on conflict do nothing")
                .param("w", workspace)
                .param("day", number(day))
                .param("bound", bound)
                .update();
    }

    boolean isAnyWaiting(UUID workspace) {
        return jdbc.sql("select exists (select 1 from badge_day where workspace_id = :w and evaluated_at is null)")
                .param("w", workspace)
                .query(Boolean.class)
                .single();
    }

    /** One node at a time turns days, so that they stay in order. @return whether no other is at it */
    boolean lock(UUID workspace) {
        return jdbc.sql("select true as mine from game_setting where workspace_id = :w for update skip locked")
                .param("w", workspace)
                .query(Row.as(row -> row.flag("mine")))
                .optional()
                .isPresent();
    }

    /** The earliest day that waits. */
    Optional<Waiting> waiting(UUID workspace) {
        return jdbc.sql("""
                        select day, bound from badge_day where workspace_id = :w and evaluated_at is null
                        order by day limit 1
                        """)
                .param("w", workspace)
                .query(Row.as(row -> new Waiting(LocalDate.ofEpochDay(row.number("day")), row.text("bound"))))
                .optional();
    }

    void evaluated(UUID workspace, LocalDate day, Instant at) {
        jdbc.sql("update badge_day set evaluated_at = :at where workspace_id = :w and day = :day")
                .param("w", workspace)
                .param("day", number(day))
                .param("at", Sql.bind(at))
                .update();
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
