package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InFourleaf
class RoleTest {

    private static final String ROLES = "/api/v1/roles";

    private final World world;

    RoleTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    private static Map<String, Object> role(String name, String... permissions) {
        return Map.of("name", name, "permissions", List.of(permissions));
    }

    @Test
    void a_workspace_makes_roles_of_its_own_and_gives_them() {
        Api olga = world.olga();
        Api.Answer made = olga.post(ROLES, role("Night shift", "tickets_reply", "tags_manage"))
                .mustBe(201);
        assertThat(made.body().at("/built_in").asBoolean()).isFalse();
        olga.post(ROLES, role("NIGHT shift")).mustRefuse(409, "name-taken");
        olga.post(ROLES, role("Owner")).mustRefuse(409, "name-taken");
        olga.post(ROLES, role("Odd", "rule_the_world"))
                .mustRefuse(400, "malformed")
                .mustName("/permissions/0");
        world.anna().post(ROLES, role("Mine")).mustRefuse(403, "permission-missing");
        olga.get(ROLES + "/night%20shift").mustBe(200);

        world.addAgent("Nina", "nina@example.com");
        olga.patch("/api/v1/agents/nina@example.com", Map.of("role", "Night shift"))
                .mustBe(200);
        Api nina = world.agent("nina@example.com");
        nina.post("/api/v1/tags", Map.of("name", "dark")).mustBe(201);

        olga.with("If-Match", "\"7\"")
                .patch(ROLES + "/" + made.text("/id"), Map.of("permissions", List.of("tickets_reply")))
                .mustRefuse(412, "stale");
        olga.patch(ROLES + "/" + made.text("/id"), Map.of("permissions", List.of("tickets_reply")))
                .mustBe(200);
        nina.post("/api/v1/tags", Map.of("name", "darker")).mustRefuse(403, "permission-missing");
    }

    @Test
    void built_in_roles_stay_as_they_are() {
        world.olga()
                .patch(ROLES + "/agent", Map.of("permissions", List.of("workspace_manage")))
                .mustRefuse(409, "role-built-in");
        world.olga().delete(ROLES + "/owner").mustRefuse(409, "role-built-in");
    }

    @Test
    void a_role_in_use_goes_only_with_a_successor() {
        Api olga = world.olga();
        String id =
                olga.post(ROLES, role("Leaving", "tickets_reply")).mustBe(201).text("/id");
        world.addAgent("Lea", "lea@example.com");
        olga.patch("/api/v1/agents/lea@example.com", Map.of("role", "Leaving")).mustBe(200);
        olga.delete(ROLES + "/" + id).mustRefuse(409, "role-in-use");
        olga.delete(ROLES + "/" + id + "?successor=nobody").mustRefuse(400, "malformed");
        olga.delete(ROLES + "/" + id + "?successor=owner").mustRefuse(422, "invalid");
        olga.delete(ROLES + "/" + id + "?successor=agent").mustBe(204);
        assertThat(olga.get("/api/v1/agents/lea@example.com").mustBe(200).text("/role"))
                .isEqualTo("agent");
        olga.get(ROLES + "/" + id).mustBe(404);
    }

    @Test
    void privilege_escalation_nobody_gives_or_touches_what_exceeds_their_own_role() {
        Api olga = world.olga();
        olga.post(ROLES, role("Personnel", "agents_manage", "tickets_reply")).mustBe(201);
        String powerful = olga.post(ROLES, role("Powerful", "workspace_manage"))
                .mustBe(201)
                .text("/id");
        olga.post("/api/v1/agents", Map.of("name", "Ada", "email", "ada@example.com", "role", "admin"))
                .mustBe(201);
        world.addAgent("Petra", "petra@example.com");
        olga.patch("/api/v1/agents/petra@example.com", Map.of("role", "Personnel"))
                .mustBe(200);
        Api petra = world.agent("petra@example.com");

        petra.post(ROLES, role("Mine", "workspace_manage")).mustRefuse(403, "role-exceeds-yours");
        petra.patch(ROLES + "/" + powerful, Map.of("name", "Weak")).mustRefuse(403, "role-exceeds-yours");
        petra.delete(ROLES + "/" + powerful).mustRefuse(403, "role-exceeds-yours");
        petra.patch("/api/v1/agents/petra@example.com", Map.of("role", "admin")).mustRefuse(403, "role-exceeds-yours");
        petra.patch("/api/v1/agents/ada@example.com", Map.of("email", "petra2@example.com"))
                .mustRefuse(403, "role-exceeds-yours");
        petra.delete("/api/v1/agents/ada@example.com").mustRefuse(403, "role-exceeds-yours");
        petra.delete("/api/v1/agents/ada@example.com/sessions").mustRefuse(403, "role-exceeds-yours");
        petra.delete("/api/v1/agents/ada@example.com/second-factor").mustRefuse(403, "role-exceeds-yours");
        petra.post("/api/v1/agents", Map.of("name", "X", "email", "x@example.com", "role", "admin"))
                .mustRefuse(403, "role-exceeds-yours");
        petra.post(ROLES, role("Less", "tickets_reply")).mustBe(201);
    }

    @Test
    void a_role_given_and_deleted_at_the_same_moment_never_leaves_an_agent_without_one() throws Exception {
        Api olga = world.olga();
        world.addAgent("Race", "race@example.com");
        for (int round = 0; round < 5; round++) {
            String name = "Round " + round;
            String id = olga.post(ROLES, role(name)).mustBe(201).text("/id");
            AtomicInteger turn = new AtomicInteger();
            List<Integer> answers = Together.call(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? olga.delete(ROLES + "/" + id).status()
                            : olga.patch("/api/v1/agents/race@example.com", Map.of("role", name))
                                    .status());
            assertThat(answers).isSubsetOf(204, 409, 200, 400);
            olga.get("/api/v1/agents/race@example.com").mustBe(200);
            olga.patch("/api/v1/agents/race@example.com", Map.of("role", "agent"))
                    .mustBe(200);
        }
    }
}
