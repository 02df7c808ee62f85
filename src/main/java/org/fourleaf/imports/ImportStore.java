package org.fourleaf.imports;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves imports: how far they are, and which lines were bad. */
@Component
class ImportStore {

    /** Bad lines kept with their reasons; all are counted. */
    static final int FAULTS_KEPT_MAX = 10_000;

    private static final int REASON_LENGTH_MAX = 500;

    /** A running import is touched with every chunk, which takes 30 seconds at most, and a silent client is cut off sooner. */
    private static final Duration TOUCHED_WITHIN = Duration.ofMinutes(3);

    private static final String SELECT = """
            select id, kind, state, received, imported, unchanged, failed, started_at, ended_at, touched_at from import
            where workspace_id = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Import> find(UUID workspace, UUID id) {
        List<Import.Fault> faults = jdbc.sql("""
                        select line, reason from import_error where workspace_id = :w and import_id = :id order by line
                        """)
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> new Import.Fault(row.big("line"), row.text("reason"))))
                .list();
        return Sql.of(SELECT, workspace)
                .add("and id = ?", id)
                .on(jdbc)
                .query(Row.as(row -> imported(row, faults)))
                .optional();
    }

    /** Newest first, without their bad lines. */
    List<Import> page(UUID workspace, Slice slice) {
        Cursor after = slice.after(1);
        Sql sql = Sql.of(SELECT, workspace);
        if (after != null) {
            sql.add("and id < ?", after.id(0));
        }
        return sql.add("order by id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(row -> imported(row, List.of())))
                .list();
    }

    void insert(UUID workspace, UUID id, ImportKind kind, UUID startedBy) {
        jdbc.sql("""
                        insert into import (workspace_id, id, kind, state, started_by, started_at, touched_at)
                        values (:w, :id, :kind, 1, :by, :now, :now)
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("kind", kind.code())
                .param("by", startedBy)
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    /** In the transaction that brings the lines in: what is counted is there. */
    void add(UUID workspace, UUID id, Tally tally) {
        long failed = jdbc.sql("""
                        update import set received = received + :received, imported = imported + :imported,
                            unchanged = unchanged + :unchanged, failed = failed + :failed, touched_at = :now
                        where workspace_id = :w and id = :id returning failed
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("received", tally.received())
                .param("imported", tally.imported())
                .param("unchanged", tally.unchanged())
                .param("failed", tally.faults().size())
                .param("now", Sql.bind(clock.instant()))
                .query(Row.as(row -> row.big("failed")))
                .single();
        long room = FAULTS_KEPT_MAX - (failed - tally.faults().size());
        if (room > 0 && !tally.faults().isEmpty()) {
            keep(workspace, id, tally.faults().stream().limit(room).toList());
        }
    }

    void end(UUID workspace, UUID id, ImportState state) {
        jdbc.sql("update import set state = :state, ended_at = :now where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("state", state.code())
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    private void keep(UUID workspace, UUID id, List<Import.Fault> faults) {
        Columns<Import.Fault> columns = Columns.of(faults);
        jdbc.sql("""
                        insert into import_error (workspace_id, import_id, line, reason)
                        select :w, :id, e.* from unnest(cast(:lines as bigint[]), :reasons) as e on conflict do nothing
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("lines", columns.texts(fault -> Long.toString(fault.line())))
                .param("reasons", columns.texts(fault -> Texts.cut(fault.reason(), REASON_LENGTH_MAX)))
                .update();
    }

    private Import imported(Row row, List<Import.Fault> faults) throws SQLException {
        ImportState stored = ImportState.ofCode(row.number("state"));
        Instant alive = clock.instant().minus(TOUCHED_WITHIN);
        boolean dead =
                stored == ImportState.RUNNING && row.instant("touched_at").isBefore(alive);
        return new Import(
                row.uuid("id"),
                ImportKind.ofCode(row.number("kind")),
                dead ? ImportState.FAILED : stored,
                row.big("received"),
                row.big("imported"),
                row.big("unchanged"),
                row.big("failed"),
                row.instant("started_at"),
                row.instantOrNull("ended_at"),
                faults);
    }
}
