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
            "figure_word",
            "figure_bin_quarter",
            "figure_bin_day",
            "figure_bin_month",
            "customer_since",
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
                        on conflict (workspace_id) do update set state = 1, asked_at = now(), bound = null, ended_at = null,
                            table_no = 0, page = 0
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

    /**
     * Empties the tables that hold nobody else's figures: at once, and without leaving dead rows behind. One that somebody is reading
     * just now stays as it is.
     */
    private void forgetWhole(UUID workspace) {
        jdbc.sql("select forget_figures(:w)")
                .param("w", workspace)
                .query(Integer.class)
                .single();
    }

    /** Forgets what lies in the next pages of the tables. @return whether there may be more to forget */
    boolean forgetSome(UUID workspace, int pages) {
        Place place = place(workspace);
        if (place.table >= TABLES.size()) {
            return false;
        }
        if (place.equals(Place.FIRST)) {
            forgetWhole(workspace);
        }
        String table = TABLES.get(place.table);
        long end = place.page + pages;
        jdbc.sql("delete from " + table
                        + " where workspace_id = :w and ctid >= cast(:from as tid) and ctid < cast(:to as tid)")
                .param("w", workspace)
                .param("from", "(" + place.page + ",0)")
                .param("to", "(" + end + ",0)")
                .update();
        boolean isLast = jdbc.sql(
                        "select pg_relation_size(cast(:table as regclass)) <= :page * current_setting('block_size')::bigint")
                .param("table", table)
                .param("page", end)
                .query(Boolean.class)
                .single();
        save(workspace, isLast ? new Place(place.table + 1, 0) : new Place(place.table, end));
        return true;
    }

    /** Where forgetting goes on: tables by their number, pages of the database in them. */
    private record Place(int table, long page) {
        static final Place FIRST = new Place(0, 0);
    }

    private Place place(UUID workspace) {
        return jdbc.sql("select table_no, page from figure_rebuild where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new Place(row.number("table_no"), row.big("page"))))
                .single();
    }

    private void save(UUID workspace, Place place) {
        jdbc.sql("update figure_rebuild set table_no = :table, page = :page where workspace_id = :w")
                .param("w", workspace)
                .param("table", place.table)
                .param("page", place.page)
                .update();
    }
}
