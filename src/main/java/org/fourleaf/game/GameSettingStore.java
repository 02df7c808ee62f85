package org.fourleaf.game;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how the game is set. */
@Component
class GameSettingStore {

    private final JdbcClient jdbc;

    GameSettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<GameSetting> find(UUID workspace) {
        return jdbc.sql(
                        "select preset, begun, full_boards, anonymous, leaving from game_setting where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new GameSetting(
                        Preset.ofCode(row.number("preset")),
                        LocalDate.ofEpochDay(row.number("begun")),
                        row.flag("full_boards"),
                        row.flag("anonymous"),
                        row.flag("leaving"))))
                .optional();
    }

    /** @return whether it had not begun */
    boolean begin(UUID workspace, LocalDate day) {
        return jdbc.sql("insert into game_setting (workspace_id, begun) values (:w, :day) on conflict do nothing")
                        .param("w", workspace)
                        .param("day", Math.toIntExact(day.toEpochDay()))
                        .update()
                == 1;
    }

    /** What is none stays as it was. */
    void change(
            UUID workspace,
            @Nullable Preset preset,
            @Nullable Boolean fullBoards,
            @Nullable Boolean anonymous,
            @Nullable Boolean mayLeaveBoards) {
        jdbc.sql("""
                        update game_setting set preset = coalesce(cast(:preset as smallint), preset),
                            full_boards = coalesce(cast(:full as boolean), full_boards),
                            anonymous = coalesce(cast(:anonymous as boolean), anonymous),
                            leaving = coalesce(cast(:leaving as boolean), leaving)
                        where workspace_id = :w
                        """)
                .param("w", workspace)
                .param("preset", preset == null ? null : preset.code())
                .param("full", fullBoards)
                .param("anonymous", anonymous)
                .param("leaving", mayLeaveBoards)
                .update();
    }

    boolean lock(UUID workspace) {
        return jdbc.sql("select true as mine from game_setting where workspace_id = :w for update skip locked")
                .param("w", workspace)
                .query(Row.as(row -> row.flag("mine")))
                .optional()
                .isPresent();
    }
}
