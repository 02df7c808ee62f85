package org.fourleaf.metrics;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how far counting anew is, and forgets what was counted. */
@Component
class FigureRebuildStore {

    private static final List<String> TABLES = List.of(
            "figure_quarter",
            "figure_day",
            "figure_tag_quarter",
            "figure_tag_day",
            "figure_customer",
            "figure_disposition",
            "figure_bin_quarter",
            "figure_bin_month",
            "case_file",
            "case_again",
            "case_tag",
            "case_tagged",
            "rating_mark",
            "presence_mark",
            "presence_span");

    private final JdbcClient jdbc;

    FigureRebuildStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    FigureRebuild find(UUID workspace) {
        return jdbc.sql("select state, asked_at, ended_at from figure_rebuild where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new FigureRebuild(
                        FigureRebuild.State.ofCode(row.number("state")),
                        row.instant("asked_at"),
                        row.instantOrNull("ended_at"))))
                .optional()
                .orElse(FigureRebuild.NEVER);
    }

    void begin(UUID workspace) {
        jdbc.sql("""
                        insert into figure_rebuild (workspace_id, state) values (:w, 1)
                        on conflict (workspace_id) do update set state = 1, asked_at = now(), bound = null, ended_at = null
                        """).param("w", workspace).update();
    }

    void count(UUID workspace, String bound) {
        jdbc.sql("update figure_rebuild set state = 2, bound = :bound where workspace_id = :w")
                .param("w", workspace)
                .param("bound", bound)
                .update();
    }

    String bound(UUID workspace) {
        return jdbc.sql("select bound from figure_rebuild where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.text("bound")))
                .single();
    }

    void end(UUID workspace) {
        jdbc.sql("update figure_rebuild set state = 3, ended_at = now() where workspace_id = :w")
                .param("w", workspace)
                .update();
    }

    /** @return whether there may be more to forget */
    boolean forget(UUID workspace, int rows) {
        for (String table : TABLES) {
            int gone = jdbc.sql("delete from " + table + " where workspace_id = :w and ctid = any (array("
                            + "select ctid from " + table + " where workspace_id = :w limit :rows))")
                    .param("w", workspace)
                    .param("rows", rows)
                    .update();
            if (gone > 0) {
                return true;
            }
        }
        return false;
    }
}
