package org.fourleaf.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Goals tell how far they are; what leads and agents write to each other stays between them. */
@InFourleaf
class CoachingTest {

    private static final String NOTES = "/api/v1/coaching-notes";
    private static final String GOALS = "/api/v1/goals";

    private final Worlds worlds;
    private Api olga;
    private Api anna;
    private Api bram;

    CoachingTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
        World world = worlds.fresh();
        olga = world.olga();
        anna = world.anna();
        bram = world.bram();
    }

    @BeforeEach
    void aWorldWithoutGoals() {
        World world = worlds.fresh();
        olga = world.olga();
        anna = world.anna();
        bram = world.bram();
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Europe/Vilnius")).toString();
    }

    @Test
    void a_goal_tells_how_far_it_is_and_is_met_when_the_figure_is() {
        String goal = olga.post(
                        GOALS,
                        Map.of(
                                "agent",
                                World.ANNA,
                                "kpi",
                                "volume",
                                "aim",
                                "at_least",
                                "target",
                                2,
                                "until",
                                today(),
                                "text",
                                "Two a day"))
                .mustBe(201)
                .text("/id");
        JsonNode before = anna.get(GOALS + "/" + goal).mustBe(200).body();
        assertThat(before.at("/met").asBoolean(true)).isFalse();
        assertThat(before.at("/days_left").asInt()).isEqualTo(1);
        assertThat(before.at("/abilities/edit").asBoolean()).isFalse();
        anna.patch(GOALS + "/" + goal, Map.of("target", 1)).mustRefuse(403, "permission-missing");
        bram.get(GOALS + "/" + goal).mustRefuse(404, "not-found");
        assertThat(bram.get(GOALS).mustBe(200).body().at("/items").size()).isZero();
        assertThat(anna.get(GOALS + "?agent=me").mustBe(200).text("/items/0/text"))
                .isEqualTo("Two a day");
        olga.patch(GOALS + "/" + goal, Map.of("aim", "at_most")).mustBe(200);
        assertThat(anna.get(GOALS + "/" + goal).mustBe(200).text("/aim")).isEqualTo("at_most");
        olga.delete(GOALS + "/" + goal).mustBe(204);
        anna.get(GOALS + "/" + goal).mustRefuse(404, "not-found");
    }

    @Test
    void everybody_may_set_goals_of_their_own_and_only_leads_those_of_others() {
        Map<String, Object> wanted =
                Map.of("agent", "me", "kpi", "aht", "aim", "at_most", "target", 300, "until", today());
        String own = anna.post(GOALS, wanted).mustBe(201).text("/id");
        anna.patch(GOALS + "/" + own, Map.of("target", 240)).mustBe(200);
        anna.post(GOALS, with(wanted, "agent", World.BRAM)).mustRefuse(403, "permission-missing");
        Map<String, Object> team = new HashMap<>(with(wanted, "department", "Support"));
        team.remove("agent");
        anna.post(GOALS, team).mustRefuse(403, "permission-missing");
        olga.post(GOALS, team).mustBe(201);
    }

    @Test
    void what_makes_no_goal_is_refused_by_name() {
        Map<String, Object> good =
                Map.of("agent", World.ANNA, "kpi", "aht", "aim", "at_most", "target", 300, "until", today());
        olga.post(GOALS, with(good, "kpi", "beauty")).mustRefuse(422, "invalid");
        olga.post(GOALS, with(good, "target", -1)).mustRefuse(422, "invalid");
        olga.post(GOALS, with(good, "until", "2020-01-01")).mustRefuse(422, "invalid");
        olga.post(GOALS, with(good, "until", "soon")).mustBe(400);
        olga.post(GOALS, with(good, "aim", "somehow")).mustBe(400);
        olga.post(GOALS, with(good, "department", "Support")).mustRefuse(422, "invalid");
        olga.post(GOALS, with(good, "agent", "nobody@example.com")).mustRefuse(422, "invalid");
    }

    @Test
    void a_note_and_its_answers_are_between_the_two() {
        String ticket = olga.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "customer",
                                Map.of("email", "c@example.org"),
                                "message",
                                Map.of("text", "Broken")))
                .mustBe(201)
                .text("/code");
        String note = olga.post(
                        NOTES,
                        Map.of(
                                "agent",
                                World.ANNA,
                                "text",
                                "Shorter answers, please.",
                                "kpi",
                                "aht",
                                "ticket",
                                ticket,
                                "goal",
                                Map.of("aim", "at_most", "target", 300, "until", today())))
                .mustBe(201)
                .text("/id");
        bram.get(NOTES + "/" + note).mustRefuse(404, "not-found");
        bram.post(NOTES + "/" + note + "/replies", Map.of("text", "Me too")).mustRefuse(404, "not-found");
        anna.post(NOTES + "/" + note + "/replies", Map.of("text", "I'll try.")).mustBe(201);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> told(anna).containsAll(List.of("coached", "goal_set"))
                        && told(olga).contains("coaching_answered"));
        JsonNode read = olga.get(NOTES).mustBe(200).body().at("/items/0");
        assertThat(read.at("/replies/0/text").asString()).isEqualTo("I'll try.");
        assertThat(read.at("/goal/kpi").asString()).isEqualTo("aht");
        assertThat(read.at("/ticket").asString()).isEqualTo(ticket);
        anna.patch(NOTES + "/" + note, Map.of("text", "Never mind")).mustRefuse(403, "permission-missing");
        assertThat(olga.patch(NOTES + "/" + note, Map.of("closed", true))
                        .mustBe(200)
                        .body()
                        .at("/closed_at")
                        .isNull())
                .isFalse();
        assertThat(anna.get("/api/v1/game/agents/me/records").mustBe(200).string())
                .contains("Shorter answers, please.");
        assertThat(olga.get("/api/v1/game/agents/" + World.ANNA + "/records")
                        .mustBe(200)
                        .string())
                .doesNotContain("Shorter answers, please.");
        olga.delete(NOTES + "/" + note).mustBe(204);
        anna.get(NOTES + "/" + note).mustRefuse(404, "not-found");
    }

    @Test
    void who_leads_no_more_still_reads_what_they_wrote() {
        String member = "/api/v1/departments/"
                + olga.get("/api/v1/departments").mustBe(200).text("/items/0/id") + "/members/";
        olga.put(member + idOf(World.BRAM), Map.of("role", "reader")).mustBe(200);
        olga.put(member + idOf(World.ANNA), Map.of("role", "lead")).mustBe(200);
        anna.post(
                        NOTES,
                        Map.of(
                                "agent",
                                World.BRAM,
                                "text",
                                "Well begun.",
                                "kpi",
                                "aht",
                                "goal",
                                Map.of("aim", "at_most", "target", 300, "until", today())))
                .mustBe(201);
        olga.put(member + idOf(World.ANNA), Map.of("role", "reader")).mustBe(200);
        JsonNode note = anna.get(NOTES).mustBe(200).body().at("/items/0");
        assertThat(note.at("/text").asString()).isEqualTo("Well begun.");
        assertThat(note.at("/goal").isNull()).isTrue();
    }

    @Test
    void praise_may_be_public_and_criticism_never() {
        Map<String, Object> praise =
                Map.of("agent", World.ANNA, "text", "What a week!", "kind", "praise", "public", true);
        String note = olga.post(NOTES, praise).mustBe(201).text("/id");
        assertThat(bram.get(NOTES + "/" + note).mustBe(200).text("/text")).isEqualTo("What a week!");
        olga.post(NOTES, with(praise, "kind", "coaching")).mustRefuse(422, "invalid");
        anna.post(NOTES, with(praise, "agent", World.BRAM)).mustRefuse(403, "permission-missing");
        olga.post(NOTES, with(praise, "agent", "olga@example.com")).mustRefuse(403, "permission-missing");
        olga.post(NOTES, with(praise, "text", "  ")).mustBe(400);
        olga.post(NOTES, with(praise, "kpi", "beauty")).mustRefuse(422, "invalid");
        olga.post(NOTES, with(praise, "call", 1)).mustRefuse(422, "invalid");
        olga.post(NOTES, with(praise, "ticket", "NONE-1")).mustRefuse(422, "invalid");
    }

    private String idOf(String agent) {
        return olga.get("/api/v1/agents/" + agent).mustBe(200).text("/id");
    }

    private static List<String> told(Api agent) {
        List<String> kinds = new ArrayList<>();
        agent.get("/api/v1/notifications")
                .mustBe(200)
                .body()
                .at("/items")
                .forEach(one -> kinds.add(one.at("/kind").asString()));
        return kinds;
    }

    private static Map<String, Object> with(Map<String, ?> body, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(key, value);
        return changed;
    }
}
