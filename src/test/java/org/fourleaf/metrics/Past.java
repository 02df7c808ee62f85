package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fourleaf.Api;
import org.fourleaf.World;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.LogPump;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings activities into a world and waits until they are counted. */
public record Past(World world, LogPump pump) {

    private static final long NANOS = 120_000_000_000L;
    private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.owner());

    public void bring(List<String> lines) {
        Api.Answer answer = world.olga()
                .send(
                        "POST",
                        "/api/v1/imports/activities",
                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        assertThat(answer.text("/state")).as("%s", answer.string()).isEqualTo("done");
        assertThat(answer.body().at("/failed").asInt())
                .as("%s", answer.string())
                .isZero();
        drained();
    }

    /** Also by a pump of the background that was at it already. */
    public void drained() {
        long end = System.nanoTime() + NANOS;
        do {
            pump.drain(world.workspace());
        } while (System.nanoTime() < end && isUnread());
        assertThat(OWNER.sql("select count(*) from log_poison where workspace_id = :w")
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean isUnread() {
        return OWNER.sql("select count(*) from workspaces_with_unread_log(array['figures']) as w where w = :w")
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
