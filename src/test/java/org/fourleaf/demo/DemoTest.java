package org.fourleaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InFourleaf
class DemoTest {

    private static final Duration FILLED_WITHIN = Duration.ofMinutes(3);

    private final Worlds worlds;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    @Value("${fourleaf.data}")
    private Path dataFolder = Path.of("");

    DemoTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
    }

    @Test
    void a_demonstration_is_filled_looked_at_and_removed_without_a_trace() throws Exception {
        World world = worlds.fresh();
        UUID workspace = world.workspace();
        owner.sql("update workspace set demo = true where id = ?")
                .param(workspace)
                .update();
        Api olga = world.olga();
        assertThat(olga.get("/api/v1/demo").text("/state")).isEqualTo("none");
        assertThat(olga.put("/api/v1/demo", Map.of()).mustBe(200).text("/state"))
                .isEqualTo("filling");
        Awaitility.await()
                .atMost(FILLED_WITHIN)
                .until(() -> olga.get("/api/v1/demo").text("/state").equals("ready"));

        it_looks_like_a_desk_at_work(workspace, olga);
        the_history_makes_figures(workspace);
        world.anna().delete("/api/v1/demo").mustRefuse(403, "owner-needed");

        assertThat(olga.delete("/api/v1/demo").mustBe(200).text("/setup_code")).matches("[A-Z2-9]{5}-[A-Z2-9]{5}");
        olga.get("/api/v1/demo").mustBe(401);
        for (String table : tablesOfWorkspaces()) {
            assertThat(count("select count(*) from " + table + " where workspace_id = ?", workspace))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from workspace where id = ?", workspace))
                .isZero();
        assertThat(Files.exists(dataFolder.resolve("blobs").resolve(workspace.toString())))
                .isFalse();
    }

    private void it_looks_like_a_desk_at_work(UUID workspace, Api olga) {
        assertThat(count("select count(*) from ticket where workspace_id = ?", workspace))
                .isBetween(3_000, 4_500);
        assertThat(count(
                        "select count(*) from agent a where a.workspace_id = ? and not exists (select 1 from password p"
                                + " where p.workspace_id = a.workspace_id and p.agent_id = a.id)",
                        workspace))
                .isEqualTo(30);
        assertThat(count("select count(*) from customer where workspace_id = ?", workspace))
                .isGreaterThanOrEqualTo(220);
        assertThat(count(
                        "select count(*) from attachment where workspace_id = ? and message_id is not null", workspace))
                .isGreaterThan(200);
        assertThat(count("select count(*) from message where workspace_id = ? and type = 3", workspace))
                .isGreaterThan(200);
        assertThat(count("select count(*) from message where workspace_id = ? and at > now()", workspace))
                .isZero();
        assertThat(count("select count(*) from log where workspace_id = ? and at > now()", workspace))
                .isZero();

        assertThat(count("select count(*) from agent_avatar where workspace_id = ?", workspace))
                .isBetween(15, 29);
        assertThat(count("select count(*) from tag where workspace_id = ? and colour = 'gray'", workspace))
                .isZero();
        assertThat(count("select count(*) from tag where workspace_id = ? and description is not null", workspace))
                .isGreaterThanOrEqualTo(10);
        assertThat(olga.get("/api/v1/dispositions").body().at("/items")).hasSizeGreaterThan(5);
        assertThat(olga.get("/api/v1/sub-statuses").body().at("/items")).hasSizeGreaterThan(3);
        assertThat(olga.get("/api/v1/skills").body().at("/items")).hasSizeGreaterThan(10);

        for (String path : List.of("/api/v1/rules", "/api/v1/time-rules", "/api/v1/sla-levels", "/api/v1/sla-rules")) {
            assertThat(olga.get(path).mustBe(200).body().at("/items"))
                    .as(path)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.at("/broken").isObject()).isFalse());
        }
        assertThat(olga.get("/api/v1/rules").body().at("/items")).hasSize(4);

        JsonNode views = olga.get("/api/v1/counts").mustBe(200).body().at("/views");
        assertThat(views.at("/resolved").asInt()).isGreaterThan(2_000);
        assertThat(views.at("/to_answer").asInt()).isBetween(10, 500);
        assertThat(views.at("/mine").asInt())
                .as("what waits for the owner: %s", views)
                .isBetween(3, 40);
        assertThat(views.at("/answered").asInt()).isGreaterThan(20);
        assertThat(views.at("/spam").asInt()).isGreaterThan(20);
        assertThat(olga.get("/api/v1/departments").body().at("/items"))
                .allSatisfy(department -> assertThat(department.toString()).contains(World.OLGA));

        JsonNode file =
                olga.get("/api/v1/tickets?status=resolved&limit=200").body().at("/items");
        String code = file.valueStream()
                .filter(ticket -> ticket.at("/has_attachments").asBoolean())
                .findFirst()
                .orElseThrow()
                .at("/code")
                .asString();
        JsonNode attached = olga.get("/api/v1/tickets/" + code + "/messages")
                .body()
                .at("/items")
                .valueStream()
                .flatMap(message -> message.at("/attachments").valueStream())
                .findFirst()
                .orElseThrow();
        byte[] bytes = olga.get(attached.at("/url").asString()).mustBe(200).bytes();
        assertThat(bytes).hasSize(attached.at("/size").asInt()).hasSizeGreaterThan(500);
    }

    private void the_history_makes_figures(UUID workspace) {
        List<String> kinds = List.of(
                "message.sent = 10",
                "chat.ended = 30",
                "call.ended = 36",
                "call.abandoned = 35",
                "presence.changed = 37",
                "rating.given = 22",
                "survey.answered = 24",
                "ticket.viewed = 8",
                "ticket.transferred = 3",
                "sla.missed = 18",
                "sale.recorded = 21",
                "ticket.reopened = 5");
        for (String kind : kinds) {
            int code = Integer.parseInt(kind.substring(kind.indexOf('=') + 2));
            assertThat(count("select count(*) from log where workspace_id = ? and kind = " + code, workspace))
                    .as(kind)
                    .isGreaterThan(30);
        }
        assertThat(count("""
                        select count(*) from log where workspace_id = ? and kind = 10
                            and (facts->>'seconds')::int is not null and facts->>'answers' = 'new'
                        """, workspace)).isGreaterThan(1_500);
        assertThat(count("""
                        select percentile_disc(0.5) within group (order by (facts->>'seconds')::int)::int from log
                        where workspace_id = ? and kind = 10 and facts->>'answers' = 'new'
                        """, workspace)).as("median first answer, in seconds").isBetween(1_200, 36_000);
        assertThat(count("""
                        select count(distinct agent_id) from log where workspace_id = ? and kind = 10
                        """, workspace)).isGreaterThan(25);
        assertThat(count("""
                        select count(*) from log l where workspace_id = ? and by_kind not in (3, 4, 5) and kind < 1000
                            and kind not in (38, 41, 120, 132)
                        """, workspace))
                .as(
                        "facts something could react to, but for its time rule, its thanks, its orders and the clock of its contests")
                .isZero();
        assertThat(count("select count(*) from kudos where workspace_id = ?", workspace))
                .isEqualTo(5);
        assertThat(count("select count(*) from shop_order where workspace_id = ?", workspace))
                .isEqualTo(1);
        assertThat(count("""
                        select count(*) from ticket t where workspace_id = ? and (select count(*) from log l
                            where l.workspace_id = t.workspace_id and l.ticket_id = t.id and l.kind = 1) <> 1
                        """, workspace))
                .as("tickets without their ticket.created")
                .isZero();
    }

    @Test
    void a_real_workspace_is_neither_filled_nor_removed() {
        World world = worlds.fresh();
        world.olga().put("/api/v1/demo", Map.of()).mustRefuse(409, "not-a-demo");
        world.olga().delete("/api/v1/demo").mustRefuse(409, "not-a-demo");
        assertThat(world.olga().get("/api/v1/demo").text("/state")).isEqualTo("none");
        assertThat(count("select count(*) from agent where workspace_id = ?", world.workspace()))
                .isEqualTo(3);
    }

    private List<String> tablesOfWorkspaces() {
        return owner.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                        """).query(String.class).list();
    }

    private int count(String sql, UUID workspace) {
        return owner.sql(sql).param(workspace).query(Integer.class).single();
    }
}
