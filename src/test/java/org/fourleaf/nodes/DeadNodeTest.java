package org.fourleaf.nodes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.fourleaf.InFourleaf;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work of a node that is no more. */
@InFourleaf
class DeadNodeTest {

    private static final String TASK = "forget-past-drafts";
    private static final Duration SOON = Duration.ofMinutes(2);

    private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

    /** Else a desk whose only node was killed amid its routing would not route for half an hour after its start. */
    @Test
    void a_task_a_dead_node_was_at_is_soon_done_by_another() {
        await().atMost(SOON).until(() -> database.sql("""
                        update scheduled_tasks set picked = true, picked_by = 'gone', last_success = null, execution_time = now() - interval '2 minutes',
                            last_heartbeat = now() - interval '1 minute'
                        where task_name = ? and not picked
                        """).param(TASK).update() == 1);
        await().atMost(SOON)
                .until(() -> database.sql("select last_success is not null from scheduled_tasks where task_name = ?")
                        .param(TASK)
                        .query(Boolean.class)
                        .single());
    }
}
