package org.fourleaf.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two companies on one Fourleaf: neither sees the other, whatever is tried. */
@InFourleaf
class WorkspaceWallTest {

    private final World ours;
    private final World theirs;
    private final JdbcClient app;
    private final TransactionTemplate transaction;

    WorkspaceWallTest(@Autowired Worlds worlds, @Autowired JdbcClient app, @Autowired TransactionTemplate transaction) {
        ours = worlds.fresh();
        theirs = worlds.fresh();
        this.app = app;
        this.transaction = transaction;
    }

    @Test
    void idor_ids_of_another_workspace_are_not_found() {
        Api olga = ours.olga();
        UUID agent = theirs.agentId(World.ANNA);
        UUID customer =
                theirs.olga().get("/api/v1/customers/" + World.OMAR).mustBe(200).id("/id");
        UUID company = theirs.olga()
                .post("/api/v1/companies", Map.of("name", "Secret Ltd"))
                .mustBe(201)
                .id("/id");
        UUID token = theirs.olga()
                .post("/api/v1/tokens", Map.of("name", "theirs"))
                .mustBe(201)
                .id("/id");

        List.of(
                        "/api/v1/agents/" + agent,
                        "/api/v1/customers/" + customer,
                        "/api/v1/companies/" + company,
                        "/api/v1/companies/Secret%20Ltd",
                        "/api/v1/departments/" + theirs.department("Sales"))
                .forEach(path -> {
                    theirs.olga().get(path).mustBe(200);
                    olga.get(path).mustRefuse(404, "not-found");
                });
        olga.patch("/api/v1/agents/" + agent, Map.of("name", "Mallory")).mustRefuse(404, "not-found");
        olga.patch("/api/v1/customers/" + customer, Map.of("name", "Mallory")).mustRefuse(404, "not-found");
        olga.put("/api/v1/agents/" + agent + "/presence", Map.of("state", "offline"))
                .mustRefuse(404, "not-found");
        olga.delete("/api/v1/tokens/" + token).mustRefuse(404, "not-found");
        assertThat(olga.get("/api/v1/tokens").string()).doesNotContain(token.toString());
        assertThat(olga.get("/api/v1/audit?limit=200").string()).doesNotContain(agent.toString());
    }

    @Test
    void a_session_of_one_workspace_works_in_that_one_under_any_host() {
        Api browser = ours.browserOf(World.ANNA);
        String secret = String.valueOf(browser.cookie("fourleaf_session"));
        Api elsewhere = theirs.stranger().inBrowser();
        elsewhere.plantCookie("fourleaf_session", secret);
        assertThat(elsewhere.get("/api/v1/agents").mustBe(200).string())
                .contains(ours.agentId(World.ANNA).toString())
                .doesNotContain(theirs.agentId(World.ANNA).toString());
    }

    @Test
    void an_agent_of_one_workspace_can_not_sign_in_to_another() {
        ours.addAgent("Only Ours", "only@example.com");
        theirs.stranger()
                .inBrowser()
                .post("/api/v1/session", Map.of("email", "only@example.com", "password", World.PASSWORD))
                .mustRefuse(401, "wrong-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "api_token", "customer", "customer_address", "role", "log"})
    void row_level_security_shows_only_the_workspace_that_is_set_and_without_one_nothing(String table) {
        String others = "select count(*) from " + table + " where workspace_id <> ?";
        String all = "select count(*) from " + table;
        assertThat(app.sql(all).query(Integer.class).single()).isZero();
        Integer seen = Workspaces.call(
                ours.workspace(),
                () -> transaction.execute(status -> app.sql(others)
                        .param(ours.workspace())
                        .query(Integer.class)
                        .single()));
        assertThat(seen).isZero();
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql(all)
                        .query(Integer.class)
                        .single())
                .as("there is something to see")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role fourleaf_owner",
                "alter table agent disable row level security",
                "alter table agent no force row level security",
                "create policy all_of_it on agent using (true)",
                "truncate agent",
                "delete from log",
                "update log set kind = 1",
                "drop table agent",
            })
    void the_applications_role_can_not_step_around_the_wall(String attempt) {
        JdbcClient embedded = JdbcClient.create(TestDatabase.app());
        assertThatThrownBy(() -> embedded.sql(attempt).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void writing_into_another_workspace_is_refused() {
        assertThatThrownBy(() -> Workspaces.run(
                        ours.workspace(),
                        () -> transaction.executeWithoutResult(status -> app.sql(
                                        "insert into company (workspace_id, id, name, name_key) values (?, ?, 'x', 'x')")
                                .param(theirs.workspace())
                                .param(UUID.randomUUID())
                                .update())))
                .isInstanceOf(DataAccessException.class);
    }
}
