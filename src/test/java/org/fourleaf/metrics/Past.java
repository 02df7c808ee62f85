package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fourleaf.Api;
import org.fourleaf.Readers;
import org.fourleaf.World;
import org.fourleaf.platform.log.LogPump;

/** Brings activities into a world and waits until they are counted. */
public record Past(World world, LogPump pump) {

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
        Readers.through(world, pump, "figures");
    }
}
