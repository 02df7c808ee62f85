package org.fourleaf.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.game.Bygone;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Boards of agents and teams over any season, and one's own bests. */
@InFourleaf
class BoardTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    private final Worlds worlds;
    private final LogPump pump;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    BoardTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        this.worlds = worlds;
        this.pump = pump;
    }

    @Test
    void who_left_is_on_their_own_board_and_the_leads_only_until_they_may_not_leave() {
        World world = worlds.fresh();
        world.olga().patch("/api/v1/game-settings", Map.of("full_boards", true)).mustBe(200);
        notes(world.anna(), 3);
        notes(world.bram(), 2);
        Bygone.drained(world, pump);
        assertThat(rows(world.bram())).containsExactly("1 Anna", "2 Bram");
        JsonNode mine = world.anna()
                .put("/api/v1/leaderboards/mine", Map.of("shown", false))
                .mustBe(200)
                .body();
        assertThat(mine.at("/shown").asBoolean()).isFalse();
        assertThat(rows(world.bram())).containsExactly("1 Bram");
        assertThat(rows(world.anna())).containsExactly("1 Anna", "2 Bram");
        assertThat(rows(world.olga())).containsExactly("1 Anna", "2 Bram");
        world.olga()
                .patch("/api/v1/game-settings", Map.of("may_leave_boards", false))
                .mustBe(200);
        assertThat(rows(world.bram())).containsExactly("1 Anna", "2 Bram");
        world.bram().put("/api/v1/leaderboards/mine", Map.of("shown", false)).mustRefuse(409, "boards-for-all");
        world.bram().put("/api/v1/leaderboards/mine", Map.of()).mustBe(400).mustName("/shown");
    }

    @Test
    void departments_compete_as_teams_and_what_was_counted_is_seen_at_once() {
        World world = worlds.fresh();
        notes(world.anna(), 3);
        notes(world.bram(), 2);
        Bygone.drained(world, pump);
        String board = "/api/v1/leaderboards?metric=notes&period=today&among=departments";
        JsonNode teams = world.bram().get(board).mustBe(200).body();
        assertThat(teams.at("/rows/0/department/name").asString()).isEqualTo("Support");
        assertThat(teams.at("/your_rank").asInt()).isEqualTo(2);
        notes(world.bram(), 2);
        Bygone.drained(world, pump);
        assertThat(world.bram().get(board).body().at("/rows/0/department/name").asString())
                .isEqualTo("Sales");
        world.bram().get(board.replace("departments", "planets")).mustRefuse(400, "malformed");
    }

    @Test
    void every_month_with_points_is_a_season_with_a_board_of_its_own() {
        World world = worlds.fresh();
        YearMonth now = YearMonth.now(Bygone.VILNIUS);
        points(world, World.ANNA, now.minusMonths(2).atDay(3), 10);
        points(world, World.BRAM, now.minusMonths(2).atEndOfMonth(), 12);
        points(world, World.ANNA, now.minusMonths(1).atDay(1), 7);
        JsonNode seasons = world.anna()
                .get("/api/v1/leaderboards/seasons")
                .mustBe(200)
                .body()
                .at("/items");
        assertThat(seasons.valueStream().map(season -> season.at("/season").asString()))
                .containsExactly(
                        now.toString(),
                        now.minusMonths(1).toString(),
                        now.minusMonths(2).toString());
        assertThat(seasons.at("/2/ended").asBoolean()).isTrue();
        assertThat(seasons.at("/2/your_points").asInt()).isEqualTo(10);
        JsonNode board = world.olga()
                .get("/api/v1/leaderboards?season=" + now.minusMonths(2))
                .mustBe(200)
                .body();
        assertThat(board.at("/rows/0/agent/name").asString()).isEqualTo("Bram");
        assertThat(board.at("/rows/1/value").asInt()).isEqualTo(10);
        assertThat(board.at("/from").asString())
                .isEqualTo(now.minusMonths(2).atDay(1).toString());
        JsonNode mine =
                world.anna().get("/api/v1/leaderboards/mine").mustBe(200).body();
        assertThat(mine.at("/best_day/value").asInt()).isEqualTo(10);
        assertThat(mine.at("/best_season/points").asInt()).isEqualTo(10);
        assertThat(mine.at("/points/best").asInt()).isEqualTo(2);
        for (String wrong : List.of(now.plusMonths(1).toString(), "1999-12", "soon", "2026-13", "-999999999-01")) {
            world.anna().get("/api/v1/leaderboards?season=" + wrong).mustRefuse(400, "malformed");
        }
        world.anna().get("/api/v1/leaderboards/mine?metric=beauty").mustRefuse(400, "malformed");
        world.anna()
                .get("/api/v1/leaderboards/mine?metric=answers&direction=up")
                .mustRefuse(400, "malformed");
        notes(world.anna(), 4);
        Bygone.drained(world, pump);
        assertThat(world.anna()
                        .get("/api/v1/leaderboards/mine?metric=notes")
                        .mustBe(200)
                        .body()
                        .at("/best_day/value")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void a_rank_says_why_to_whom_it_may() {
        World world = worlds.fresh();
        Api anna = world.anna();
        notes(anna, 1);
        Bygone.drained(world, pump);
        JsonNode rank = anna.get("/api/v1/leaderboards/why").mustBe(200).body();
        assertThat(rank.at("/rank").asInt()).isEqualTo(1);
        assertThat(rank.at("/by_rule/0/rule").asString()).isEqualTo("note");
        JsonNode notes = anna.get("/api/v1/leaderboards/why?metric=notes&period=today")
                .mustBe(200)
                .body();
        assertThat(notes.at("/value").asInt()).isEqualTo(1);
        assertThat(anna.get(notes.at("/activities").asString())
                        .mustBe(200)
                        .body()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("note.added");
        anna.get("/api/v1/leaderboards/why?metric=beauty").mustBe(400);
        world.bram().get("/api/v1/leaderboards/why?agent=" + World.ANNA).mustRefuse(404, "not-found");
    }

    @Test
    void days_off_break_no_streak_and_a_day_at_work_without_points_does() {
        TreeMap<LocalDate, Long> points = new TreeMap<>();
        TreeSet<LocalDate> atWork = new TreeSet<>();
        for (int day : List.of(2, 3, 6, 9, 10, 13, 19, 20)) {
            atWork.add(TODAY.withDayOfMonth(day));
        }
        List.of(2, 3, 6, 10, 13, 19).forEach(day -> points.put(TODAY.withDayOfMonth(day), 5L));
        points.put(TODAY.withDayOfMonth(9), -3L);
        assertThat(OwnBoards.pointStreak(atWork, points, TODAY)).isEqualTo(new OwnBoards.Streak(3, 3));
        assertThat(OwnBoards.pointStreak(atWork, points, TODAY.plusDays(1))).isEqualTo(new OwnBoards.Streak(0, 3));
        assertThat(OwnBoards.badgeStreak(
                        new TreeSet<>(List.of(TODAY.minusDays(3), TODAY.minusDays(2), TODAY.minusDays(1))), TODAY))
                .isEqualTo(new OwnBoards.Streak(3, 3));
        assertThat(OwnBoards.badgeStreak(new TreeSet<>(List.of(TODAY.minusDays(3), TODAY.minusDays(2))), TODAY))
                .isEqualTo(new OwnBoards.Streak(0, 2));
    }

    private static List<String> rows(Api agent) {
        return agent.get("/api/v1/leaderboards?metric=notes&period=today&full=true")
                .mustBe(200)
                .body()
                .at("/rows")
                .valueStream()
                .map(row ->
                        row.at("/rank").asInt() + " " + row.at("/agent/name").asString())
                .toList();
    }

    private static void notes(Api agent, int times) {
        String code = agent.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
        for (int i = 0; i < times; i++) {
            agent.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Note " + i))
                    .mustBe(201);
        }
    }

    private void points(World world, String agent, LocalDate day, int points) {
        UUID id = world.agentId(agent);
        owner.sql("insert into point_day (workspace_id, day, agent_id, points) values (:w, :day, :agent, :points)")
                .param("w", world.workspace())
                .param("day", Math.toIntExact(day.toEpochDay()))
                .param("agent", id)
                .param("points", points)
                .update();
    }
}
