package org.fourleaf.fairplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Leads are told what looks unfair, with the cases, and nobody else is. */
@InFourleaf
class FairPlayTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String PERIOD = "from=2026-03-01&to=2026-04-01";

    private final Worlds worlds;
    private final List<String> lines = new ArrayList<>();

    FairPlayTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
    }

    private void act(long hours, String kind, String ticket, String rest) {
        lines.add("{\"external_id\":\"F-%d\",\"at\":\"%s\",\"kind\":\"%s\",\"ticket\":\"%s\"%s}"
                .formatted(lines.size(), START.plusSeconds(hours * 3600), kind, ticket, rest));
    }

    private static String by(String agent) {
        return ",\"agent\":\"" + agent + "\"";
    }

    @Test
    void what_looks_unfair_is_flagged_with_its_cases_and_what_is_usual_is_not() {
        for (int i = 0; i < 6; i++) {
            act(i, "ticket.resolved", "A" + i, by(World.ANNA));
            act(i + 2, "ticket.reopened", "A" + i, "");
            act(i, "ticket.resolved", "B" + i, by(World.BRAM));
            act(i + 72, "ticket.reopened", "B" + i, "");
            act(i, "call.ended", "C" + i, by(World.ANNA) + ",\"direction\":\"in\",\"talk\":" + (i < 5 ? 3 : 300));
            act(i, "call.ended", "D" + i, by(World.BRAM) + ",\"direction\":\"in\",\"talk\":300");
            act(i, "rating.given", "E" + i, by(World.BRAM) + ",\"rating\":\"reward\",\"customer\":\"fan@example.org\"");
            act(
                    i,
                    "rating.given",
                    "G" + i,
                    by(World.ANNA) + ",\"rating\":\"reward\",\"customer\":\"c%d@example.org\"".formatted(i));
        }
        for (int i = 0; i < 40; i++) {
            act(i, "ticket.viewed", "V" + i, by(World.BRAM) + ",\"seconds\":20");
            act(i, "ticket.viewed", "W" + i, by(World.ANNA) + ",\"seconds\":20");
            act(i + 1, "message.sent", "W" + i, by(World.ANNA) + ",\"length\":40");
        }
        World world = worlds.fresh();
        Api olga = world.olga();
        olga.send(
                        "POST",
                        "/api/v1/imports/activities",
                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        TreeMap<String, String> flags = new TreeMap<>();
        olga.get("/api/v1/fair-play?" + PERIOD)
                .mustBe(200)
                .body()
                .at("/flags")
                .forEach(flag -> flags.put(
                        flag.at("/kind").asString(),
                        flag.at("/agent/email").asString() + " "
                                + flag.at("/cases").asInt() + " of "
                                + flag.at("/of").asInt()));
        assertThat(flags)
                .containsEntry("quick_returns", World.ANNA + " 6 of 6")
                .containsEntry("short_calls", World.ANNA + " 5 of 6")
                .containsEntry("idle_views", World.BRAM + " 40 of 40")
                .containsEntry("ratings_from_one", World.BRAM + " 6 of 6")
                .hasSize(4);
        String evidence = "/api/v1/fair-play/quick_returns/evidence?agent=" + World.ANNA + "&" + PERIOD;
        JsonNode first = olga.get(evidence + "&limit=4").mustBe(200).body();
        assertThat(first.at("/items").size()).isEqualTo(4);
        assertThat(first.at("/items/0/followed_at").asString()).isEqualTo("2026-03-02T16:00:00Z");
        assertThat(olga.get(evidence + "&limit=4&cursor=" + first.at("/next").asString())
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(2);
        world.anna().get("/api/v1/fair-play?" + PERIOD).mustRefuse(403, "permission-missing");
        world.anna().get(evidence).mustRefuse(403, "permission-missing");
        olga.get("/api/v1/fair-play/beauty/evidence?agent=" + World.ANNA).mustRefuse(404, "not-found");
        olga.get("/api/v1/fair-play?from=2026-01-01&to=2026-12-01").mustBe(400);
        olga.get("/api/v1/fair-play?from=x").mustBe(400);
    }
}
