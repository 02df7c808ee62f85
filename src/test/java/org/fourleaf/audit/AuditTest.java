package org.fourleaf.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InFourleaf
class AuditTest {

    private final Worlds worlds;
    private final World world;
    private final LogPump pump;

    AuditTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        this.worlds = worlds;
        this.pump = pump;
        world = worlds.fresh();
    }

    @Test
    void what_was_administered_is_told_newest_first_with_names() {
        UUID id = world.addAgent("Watched", "watched@example.com");
        world.olga().delete("/api/v1/agents/" + id).mustBe(204);
        JsonNode newest =
                world.olga().get("/api/v1/audit?limit=2").mustBe(200).body().at("/items");
        assertThat(newest.at("/0/action").asString()).isEqualTo("agent.deactivated");
        assertThat(newest.at("/0/subject/name").asString()).isEqualTo("Watched");
        assertThat(newest.at("/0/by/name").asString()).isEqualTo("Olga Owner");
        assertThat(newest.at("/1/action").asString()).isEqualTo("agent.added");
        assertThat(newest.at("/0/seq").asLong())
                .isGreaterThan(newest.at("/1/seq").asLong());
        world.anna().get("/api/v1/audit").mustRefuse(403, "permission-missing");
    }

    @Test
    void lines_are_found_by_who_kind_and_time() {
        world.addAgent("Found", "found@example.com");
        Api olga = world.olga();
        assertThat(actions(olga, "?kind=agent.added,token.made")).containsOnly("agent.added", "token.made");
        assertThat(actions(olga, "?who=" + World.BRAM)).isEmpty();
        assertThat(actions(olga, "?who=" + World.OLGA + "&kind=agent.added&limit=1"))
                .containsExactly("agent.added");
        assertThat(actions(olga, "?to=2020-01-01")).isEmpty();
        assertThat(actions(olga, "?from=2020-01-01T00:00:00Z")).isNotEmpty();
        olga.get("/api/v1/audit?kind=message.sent").mustRefuse(400, "malformed").mustName("kind");
        olga.get("/api/v1/audit?from=yesterday").mustRefuse(400, "malformed").mustName("from");
        olga.get("/api/v1/audit?who=nobody@example.com")
                .mustRefuse(400, "malformed")
                .mustName("who");
    }

    private static List<String> actions(Api api, String query) {
        return api.get("/api/v1/audit" + query)
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/action").asString())
                .toList();
    }

    @Test
    void the_log_goes_out_as_a_file_and_no_name_becomes_a_formula() {
        world.addAgent("=1+1", "formula@example.com");
        Api.Answer csv =
                world.olga().get("/api/v1/audit/export?kind=agent.added").mustBe(200);
        assertThat(csv.header("Content-Disposition")).contains("audit.csv");
        assertThat(csv.string())
                .startsWith("seq,at,by_kind")
                .contains("\"'=1+1\"")
                .doesNotContain("\"=1+1\"");
        assertThat(world.olga()
                        .get("/api/v1/audit/export?format=ndjson&kind=agent.added")
                        .mustBe(200)
                        .string()
                        .lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"seq\":"));
        assertThat(actions(world.olga(), "?kind=audit.exported")).hasSize(2);
        world.anna().get("/api/v1/audit/export").mustRefuse(403, "permission-missing");
    }

    private static JsonNode verdict(World here) {
        return here.olga().get("/api/v1/audit/verification").mustBe(200).body();
    }

    private World chained() {
        World here = worlds.fresh();
        pump.drain(here.workspace());
        JsonNode whole = verdict(here);
        assertThat(whole.at("/intact").asBoolean()).isTrue();
        assertThat(whole.at("/lines").asLong()).isGreaterThan(5);
        return here;
    }

    private static void tamper(World here, String sql) {
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql(sql)
                        .param(here.workspace())
                        .update())
                .isEqualTo(1);
    }

    @Test
    void every_line_is_sealed_in_order_and_without_a_gap() {
        World here = chained();
        List<Long> numbers = JdbcClient.create(TestDatabase.owner())
                .sql("select n from audit_chain where workspace_id = ? order by n")
                .param(here.workspace())
                .query(Long.class)
                .list();
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql("select count(*) from log where workspace_id = ? and kind >= 1000")
                        .param(here.workspace())
                        .query(Long.class)
                        .single())
                .isEqualTo(numbers.size());
        here.anna().get("/api/v1/audit/verification").mustRefuse(403, "permission-missing");
    }

    @Test
    void a_changed_line_is_found() {
        World here = chained();
        tamper(
                here,
                "update log set by_id = gen_random_uuid() where (workspace_id, seq) = (select workspace_id, seq from audit_chain"
                        + " where workspace_id = ? and n = 3)");
        JsonNode verdict = verdict(here);
        assertThat(verdict.at("/intact").asBoolean()).isFalse();
        assertThat(verdict.at("/broken/n").asLong()).isEqualTo(3);
        assertThat(verdict.at("/broken/reason").asString()).isEqualTo("changed_line");
    }

    @Test
    void a_line_taken_away_is_found() {
        World here = chained();
        tamper(
                here,
                "delete from log where (workspace_id, seq) = (select workspace_id, seq from audit_chain where workspace_id = ? and n = 4)");
        assertThat(verdict(here).at("/broken/reason").asString()).isEqualTo("missing_line");
    }

    @Test
    void a_link_taken_away_is_found() {
        World here = chained();
        tamper(here, "delete from audit_chain where workspace_id = ? and n = 2");
        JsonNode verdict = verdict(here);
        assertThat(verdict.at("/broken/n").asLong()).isEqualTo(2);
        assertThat(verdict.at("/broken/reason").asString()).isEqualTo("missing_link");
    }
}
