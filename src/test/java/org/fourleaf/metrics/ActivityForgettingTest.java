package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Activities go when they were kept for as long as the workspace wants; what was counted from them stays. */
@InFourleaf
class ActivityForgettingTest {

    private static final String LONG_AGO = "2020-01-15 00:00:00+00";

    private final Worlds worlds;
    private final LogPump pump;
    private final ActivityForgetting forgetting;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    private World world;
    private Api olga;
    private String ticket = "";

    ActivityForgettingTest(
            @Autowired Worlds worlds, @Autowired LogPump pump, @Autowired ActivityForgetting forgetting) {
        this.worlds = worlds;
        this.pump = pump;
        this.forgetting = forgetting;
        world = worlds.fresh();
        olga = world.olga();
    }

    @BeforeAll
    void thereIsAPartOfTheLogForLongAgo() {
        owner.sql(
                        "create table if not exists log_2020_01 partition of log for values from ('2020-01-01 00:00:00+00') to ('2020-02-01 00:00:00+00')")
                .update();
    }

    @BeforeEach
    void aDeskWithAPast() {
        world = worlds.fresh();
        olga = world.olga();
        ticket = "/api/v1/tickets/"
                + world.anna()
                        .post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Still going on",
                                        "department",
                                        "Support",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "Help")))
                        .mustBe(201)
                        .text("/code");
        new Past(world, pump).bring(History.lines(History.random(41, 40)));
    }

    private void longAgo() {
        owner.sql("update log set recorded_at = cast(:then as timestamptz) where workspace_id = :w")
                .param("then", LONG_AGO)
                .param("w", world.workspace())
                .update();
    }

    @Test
    void what_is_old_goes_and_figures_stay() {
        JsonNode kpis = kpis();
        int all = lines("kind < 1000");
        int ofTheTicket = lines("ticket_id = (select id from ticket t where t.workspace_id = log.workspace_id)");
        int administrative = lines("kind >= 1000");
        longAgo();
        forget();
        assertThat(lines("kind < 1000")).as("for ever at first").isEqualTo(all);

        keepFor(24);
        forget();
        assertThat(lines("kind < 1000")).isEqualTo(ofTheTicket).isPositive().isLessThan(all);
        assertThat(lines("kind >= 1000 and recorded_at < '2021-01-01'")).isEqualTo(administrative);
        assertThat(kpis()).isEqualTo(kpis);
        assertThat(olga.get(ticket + "/history").mustBe(200).string()).contains("ticket.created");
        assertThat(olga.get("/api/v1/audit").string()).contains("activities.forgotten", "kpi_settings.changed");
        olga.post("/api/v1/figures/rebuild", Map.of()).mustRefuse(409, "activities-forgotten");
        assertThat(kpis()).isEqualTo(kpis);
        int left = lines("true");
        forget();
        assertThat(lines("true")).isEqualTo(left);
    }

    @Test
    void what_is_not_old_enough_or_not_yet_read_stays() {
        keepFor(KpiSettings.KEPT_MONTHS_MIN);
        int all = lines("kind < 1000");
        forget();
        assertThat(lines("kind < 1000")).isEqualTo(all);
        longAgo();
        owner.sql(
                        "update reader set prev = '1:1:', cur = null, seq = 0, failed_at = 'infinity' where workspace_id = :w and name = 'figures'")
                .param("w", world.workspace())
                .update();
        forgetOld();
        assertThat(lines("kind < 1000")).isEqualTo(all);
    }

    @Test
    void the_setting_is_bounded_and_who_manages_the_workspace_sets_it() {
        olga.patch("/api/v1/kpi-settings", Map.of("activities_kept_months", 5))
                .mustRefuse(422, "invalid")
                .mustName("/activities_kept_months");
        olga.patch("/api/v1/kpi-settings", Map.of("activities_kept_months", -1)).mustRefuse(400, "malformed");
        olga.patch("/api/v1/kpi-settings", Map.of("activities_kept_months", 1_201))
                .mustRefuse(400, "malformed");
        world.anna()
                .patch("/api/v1/kpi-settings", Map.of("activities_kept_months", 24))
                .mustRefuse(403, "permission-missing");
        assertThat(olga.get("/api/v1/kpi-settings")
                        .body()
                        .at("/activities_kept_months")
                        .asInt(-1))
                .isZero();
    }

    private void keepFor(int months) {
        olga.patch("/api/v1/kpi-settings", Map.of("activities_kept_months", months))
                .mustBe(200);
    }

    private void forget() {
        forgetOld();
        new Past(world, pump).drained();
    }

    private void forgetOld() {
        Workspaces.run(world.workspace(), () -> forgetting.forgetOld(Actor.clock(world.workspace())));
    }

    private int lines(String which) {
        return owner.sql("select count(*) from log where workspace_id = :w and " + which)
                .param("w", world.workspace())
                .query(Integer.class)
                .single();
    }

    private JsonNode kpis() {
        return olga.get("/api/v1/kpis?from=2026-03-01&to=2026-05-01&by=day&time_zone=Europe/Vilnius")
                .mustBe(200)
                .body()
                .at("/slices");
    }
}
