package org.fourleaf.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.game.Bygone;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A past that is played gives what the backtest says, each once, tells nobody, and leaves nights alone. */
@InFourleaf
class BadgePlayTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 3);
    private static final LocalDate TO = LocalDate.of(2026, 3, 20);
    private static final List<String> PLAYED = List.of("traffic-controller", "novelist", "cleaner", "hard-working");

    private final Worlds worlds;
    private final LogPump pump;
    private final BadgePlaying playing;
    private final BadgeDays days;

    BadgePlayTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired BadgePlaying playing,
            @Autowired BadgeDays days) {
        this.worlds = worlds;
        this.pump = pump;
        this.playing = playing;
        this.days = days;
    }

    @Test
    void a_played_past_is_what_the_backtest_says_however_often_and_in_whatever_parts_it_is_played() throws Exception {
        World world = worlds.fresh();
        Bygone past = new Bygone(11, List.of(World.ANNA, World.BRAM, World.OLGA));
        past.fill(FROM.minusDays(2), TO);
        Bygone.bring(world, pump, past.lines());
        play(world, FROM.plusDays(5), TO.minusDays(4));
        play(world, FROM, FROM.plusDays(8));
        play(world, TO.minusDays(6), TO);
        check(world);
        Set<String> once = new TreeSet<>(awards(world));
        play(world, FROM, TO);
        check(world);
        assertThat(new TreeSet<>(awards(world))).isEqualTo(once);
        assertThat(awards(world)).doesNotHaveDuplicates().isNotEmpty();

        assertThat(world.anna()
                        .get("/api/v1/notifications?limit=200")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .toString())
                .doesNotContain("badge_won");
        JsonNode plays =
                world.olga().get("/api/v1/game/plays").mustBe(200).body().at("/items");
        assertThat(plays.at("/0/progress").asDouble()).isEqualTo(1.0);
        assertThat(plays.at("/0/ended_at").isNull()).isFalse();
        assertThat(plays.at("/0/awards").asInt()).isPositive();
    }

    private void play(World world, LocalDate from, LocalDate to) throws Exception {
        world.olga()
                .post("/api/v1/game/plays", Map.of("from", from.toString(), "to", to.toString(), "badges", PLAYED))
                .mustBe(202);
        Together.call(2, () -> {
            drain(world);
            return true;
        });
        drain(world);
    }

    private void drain(World world) {
        for (int i = 0; i < PLAYED.size() + 1; i++) {
            Workspaces.call(world.workspace(), () -> playing.step(Actor.clock(world.workspace())));
        }
    }

    /** On each day, who holds it by the awards and by the backtest. */
    private static void check(World world) {
        for (String badge : PLAYED) {
            JsonNode told = world.olga()
                    .get("/api/v1/badges/" + badge + "/backtest?from=" + FROM + "&to=" + TO)
                    .mustBe(200)
                    .body()
                    .at("/days");
            JsonNode awards = world.olga()
                    .get("/api/v1/awards?limit=200&badge=" + badge)
                    .mustBe(200)
                    .body()
                    .at("/items");
            for (JsonNode day : told) {
                LocalDate date = LocalDate.parse(day.at("/date").asString());
                List<String> held = new ArrayList<>();
                for (JsonNode award : awards) {
                    assertThat(award.at("/played").asBoolean()).isTrue();
                    if (!LocalDate.parse(award.at("/since").asString()).isAfter(date)
                            && LocalDate.parse(award.at("/until").asString()).isAfter(date)) {
                        held.add(award.at("/agent/email").asString());
                    }
                }
                List<String> tested = new ArrayList<>();
                day.at("/holders")
                        .forEach(holder -> tested.add(holder.at("/agent").asString()));
                assertThat(held).as("%s on %s", badge, date).isEqualTo(tested);
            }
        }
    }

    private static List<String> awards(World world) {
        List<String> told = new ArrayList<>();
        world.olga()
                .get("/api/v1/awards?limit=200")
                .mustBe(200)
                .body()
                .at("/items")
                .forEach(award -> told.add(award.at("/badge/id").asString()
                        + award.at("/agent/id").asString()
                        + award.at("/since")
                        + award.at("/until")));
        return told;
    }

    @Test
    void what_a_night_awarded_stays_and_an_earned_badge_is_not_earned_twice() {
        World world = worlds.fresh();
        LocalDate today = LocalDate.now(Bygone.VILNIUS);
        Bygone past = new Bygone(1, List.of());
        for (int back = 1; back <= 9; back++) {
            past.add(today.minusDays(back).atTime(9, 0).atZone(Bygone.VILNIUS).toInstant(), "note.added", World.ANNA);
        }
        Bygone.bring(world, pump, past.lines());
        Api olga = world.olga();
        olga.post(
                        "/api/v1/badges",
                        Map.of(
                                "name",
                                "Scribe",
                                "kind",
                                "earned",
                                "metric",
                                "notes",
                                "window",
                                "all_time",
                                "tiers",
                                Map.of("bronze", 3, "silver", 8, "gold", 90)))
                .mustBe(201);
        olga.post(
                        "/api/v1/game/plays",
                        Map.of(
                                "from",
                                today.minusDays(4).toString(),
                                "to",
                                today.plusDays(1).toString(),
                                "badges",
                                List.of("scribe")))
                .mustBe(202);
        olga.post("/api/v1/game/plays", Map.of("from", today.minusDays(9).toString(), "to", today.toString()))
                .mustRefuse(409, "play-under-way");
        drain(world);
        assertThat(tiers(world))
                .containsExactlyInAnyOrder("bronze " + today.minusDays(4), "silver " + today.minusDays(1));
        for (int i = 0; i < 10; i++) {
            Workspaces.call(world.workspace(), () -> days.step(Actor.clock(world.workspace()), today.plusDays(1)));
            Bygone.drained(world, pump);
        }
        assertThat(tiers(world)).hasSize(2);
        olga.post(
                        "/api/v1/game/plays",
                        Map.of(
                                "from",
                                today.minusDays(9).toString(),
                                "to",
                                today.plusDays(1).toString(),
                                "badges",
                                List.of("scribe")))
                .mustBe(202);
        drain(world);
        assertThat(tiers(world))
                .containsExactlyInAnyOrder("bronze " + today.minusDays(6), "silver " + today.minusDays(1));
    }

    private static List<String> tiers(World world) {
        List<String> tiers = new ArrayList<>();
        world.olga()
                .get("/api/v1/awards?badge=scribe")
                .mustBe(200)
                .body()
                .at("/items")
                .forEach(award -> tiers.add(
                        award.at("/tier").asString() + " " + award.at("/since").asString()));
        return tiers;
    }

    @Test
    void a_play_is_bounded_and_for_whoever_manages_the_workspace() {
        World world = worlds.fresh();
        Api olga = world.olga();
        world.anna()
                .post("/api/v1/game/plays", Map.of("from", "2026-03-01", "to", "2026-03-02"))
                .mustRefuse(403, "permission-missing");
        world.anna().get("/api/v1/game/plays").mustRefuse(403, "permission-missing");
        olga.post("/api/v1/game/plays", Map.of("from", "2026-03-01", "to", "2026-03-01"))
                .mustBe(400)
                .mustName("/to");
        olga.post("/api/v1/game/plays", Map.of("from", "2024-03-01", "to", "2026-03-01"))
                .mustBe(400)
                .mustName("/to");
        olga.post("/api/v1/game/plays", Map.of("from", "2026-03-01", "to", "9000-01-01"))
                .mustBe(400)
                .mustName("/to");
        olga.post("/api/v1/game/plays", Map.of("from", "soon", "to", "2026-03-01"))
                .mustBe(400)
                .mustName("/from");
        olga.post("/api/v1/game/plays", Map.of("to", "2026-03-01")).mustBe(400).mustName("/from");
        olga.post(
                        "/api/v1/game/plays",
                        Map.of("from", "2026-03-01", "to", "2026-03-02", "badges", List.of("four-leaf-clover")))
                .mustBe(422)
                .mustName("/badges");
    }
}
