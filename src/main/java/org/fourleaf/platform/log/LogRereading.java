package org.fourleaf.platform.log;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a reader begin again, for a result that is made anew from all of the log. In between it is held: nobody hands it anything, so that
 * what it kept can be cleared in as many transactions as that takes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LogRereading {

    private final JdbcClient jdbc;
    private final LogBell bell;

    LogRereading(JdbcClient jdbc, LogBell bell) {
        this.jdbc = jdbc;
        this.bell = bell;
    }

    /** Waits for the page that is being handed to it just now, then holds it until {@link #fromTheStart}. */
    public void hold(UUID workspace, String reader) {
        jdbc.sql("""
                        insert into reader (workspace_id, name, failed_at) values (:w, :name, 'infinity')
                        on conflict (workspace_id, name) do update set failed_at = 'infinity'
                        """).param("w", workspace).param("name", reader).update();
    }

    public void fromTheStart(UUID workspace, String reader) {
        jdbc.sql("""
                        update reader set prev = '1:1:', cur = null, seq = 0, failures = 0, failed_at = null
                        where workspace_id = :w and name = :name
                        """).param("w", workspace).param("name", reader).update();
        bell.ringAfterCommit(workspace);
    }

    /** Whether it has read all that was there when the bound was taken ({@link LogWindowQuery#snapshot}); a held one has not. */
    public boolean hasRead(UUID workspace, String reader, String bound) {
        return jdbc.sql("""
                        select exists (select 1 from reader where workspace_id = :w and name = :name and cur is null
                            and failed_at is distinct from 'infinity'
                            and pg_snapshot_xmax(prev) >= pg_snapshot_xmax(cast(:bound as pg_snapshot)))
                        """)
                .param("w", workspace)
                .param("name", reader)
                .param("bound", bound)
                .query(Boolean.class)
                .single();
    }
}
