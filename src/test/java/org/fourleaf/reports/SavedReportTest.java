package org.fourleaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.reports.ReportSchedule.Every;
import org.fourleaf.reports.ReportSchedule.Format;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InFourleaf
class SavedReportTest {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final Map<String, Object> DEFINITION =
            Map.of("report", "agents", "period", "last_30_days", "columns", List.of("answers", "fcr"), "compare", true);

    private final World world;
    private final ReportMailing.ReportMails mails;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    SavedReportTest(@Autowired Worlds worlds, @Autowired ReportMailing.ReportMails mails) {
        world = worlds.fresh();
        this.mails = mails;
    }

    @Test
    void a_report_is_kept_shared_and_made_for_who_asks() {
        Api anna = world.anna();
        Api.Answer made = anna.post("/api/v1/saved-reports", Map.of("name", "Mine", "definition", DEFINITION))
                .mustBe(201);
        String path = "/api/v1/saved-reports/" + made.text("/id");
        assertThat(anna.get(path + "/report").mustBe(200).body().at("/columns")).hasSize(2);
        world.bram().get(path).mustRefuse(404, "not-found");
        anna.patch(path, Map.of("departments", List.of("Sales"))).mustBe(200);
        assertThat(world.bram().get("/api/v1/saved-reports").body().at("/items"))
                .hasSize(1);
        world.bram().patch(path, Map.of("name", "His")).mustRefuse(403, "permission-missing");
        world.bram().get(path + "/report").mustBe(200);
        anna.delete(path).mustBe(204);
        anna.get(path).mustRefuse(404, "not-found");
    }

    @Test
    void what_can_t_be_made_is_not_kept() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("report", "agents", "period", "someday"),
                Map.of("report", "agents", "period", "today", "columns", List.of("luck")),
                Map.of("report", "agents", "period", "today", "department", "None"),
                Map.of("period", "today"))) {
            assertThat(world.olga()
                            .post("/api/v1/saved-reports", Map.of("name", "Wrong", "definition", wrong))
                            .status())
                    .as("%s", wrong)
                    .isIn(400, 404, 422);
        }
    }

    @Test
    void a_due_report_goes_out_once_to_each_with_what_they_may_see() {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Api olga = world.olga();
            olga.put(
                            "/api/v1/outgoing-server",
                            Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                    .mustBe(200);
            olga.post("/api/v1/mailboxes", Map.of("address", "help@example.com", "department", "Support"));
            Map<String, Object> schedule = new HashMap<>(Map.of("every", "day", "hour", 7, "format", "csv"));
            schedule.put("agents", List.of(World.ANNA, world.agentId(World.OLGA)));
            String id = olga.post(
                            "/api/v1/saved-reports",
                            Map.of("name", "Mornings", "definition", DEFINITION, "schedule", schedule))
                    .mustBe(201)
                    .text("/id");
            send();
            assertThat(server.getReceivedMessages()).isEmpty();
            owner.sql("update saved_report set next_at = now() - interval '1 minute' where id = :id")
                    .param("id", UUID.fromString(id))
                    .update();
            send();
            send();
            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
                    .contains("agents.csv")
                    .contains("Mornings");
            assertThat(Instant.parse(olga.get("/api/v1/saved-reports/" + id).text("/next_at")))
                    .isAfter(Instant.now());
        } finally {
            server.stop();
        }
    }

    private void send() {
        Workspaces.run(world.workspace(), () -> mails.send(world.workspace()));
    }

    @Test
    void the_next_time_is_told_by_the_clock_on_the_wall() {
        List<UUID> anna = List.of(new UUID(1, 1));
        Instant friday = Instant.parse("2026-03-27T12:00:00Z");
        assertThat(new ReportSchedule(Every.DAY, 7, null, null, Format.CSV, anna).next(friday, ATHENS))
                .isEqualTo(Instant.parse("2026-03-28T05:00:00Z"));
        assertThat(new ReportSchedule(Every.WEEK, 7, 1, null, Format.CSV, anna).next(friday, ATHENS))
                .isEqualTo(Instant.parse("2026-03-30T04:00:00Z"));
        assertThat(new ReportSchedule(Every.MONTH, 0, null, 28, Format.CSV, anna).next(friday, ATHENS))
                .isEqualTo(Instant.parse("2026-03-27T22:00:00Z"));
        assertThat(RelativePeriod.LAST_QUARTER.on(LocalDate.parse("2026-05-17")))
                .isEqualTo(new RelativePeriod.Days(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-04-01")));
    }

    @Test
    void the_wallboard_and_the_board_of_kpis_tell_of_each_department() {
        world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Help",
                                "department",
                                "Sales",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "Now")))
                .mustBe(201);
        var board = world.olga().get("/api/v1/wallboard").mustBe(200).body();
        var sales = board.at("/departments")
                .valueStream()
                .filter(row -> row.at("/name").asString().equals("Sales"))
                .findFirst()
                .orElseThrow();
        assertThat(sales.at("/new").asInt()).isEqualTo(1);
        assertThat(sales.at("/longest_wait_seconds").isNumber()).isTrue();
        var kpis = world.olga()
                .get("/api/v1/kpi-board?from=2026-01-01&to=2026-02-01")
                .mustBe(200)
                .body();
        assertThat(kpis.at("/before_from").asString()).startsWith("2025-1");
        assertThat(kpis.at("/total/volume/now/value").asInt()).isZero();
    }
}
