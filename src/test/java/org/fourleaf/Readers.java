package org.fourleaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.LogPump;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readers of the log that have read all there is, also by a pump of the background that was at it already. */
public final class Readers {

    private static final long NANOS = 120_000_000_000L;
    private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.owner());

    private Readers() {}

    public static void through(World world, LogPump pump, String... names) {
        long end = System.nanoTime() + NANOS;
        boolean unread;
        do {
            pump.drain(world.workspace());
            unread = isUnread(world, names);
        } while (System.nanoTime() < end && unread);
        // Asked once: somebody else may write meanwhile.
        assertThat(unread).isFalse();
        assertThat(OWNER.sql("select count(*) from log_poison where workspace_id = :w")
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static boolean isUnread(World world, String... names) {
        return OWNER.sql("select count(*) from workspaces_with_unread_log(:names) as w where w = :w")
                        .param("names", names)
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
