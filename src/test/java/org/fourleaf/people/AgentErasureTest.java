package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Readers;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An erased agent is nobody's name any more, and every sum is what it was. */
@InFourleaf
class AgentErasureTest {

    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final String NAME = "Zuzana Kvapilová";
    private static final String ALIAS = "Zuzi of Support";
    private static final String EMAIL = "zuzana.kvapilova@example.com";
    private static final String WORD = "Erased agent";
    /** What changes by itself while the log is read. */
    private static final Set<String> MOVING =
            Set.of("log", "message", "agent_erasure", "rule_todo", "ticket_offer", "ticket_claim");

    private final Worlds worlds;
    private final LogPump pump;
    private final List<AgentTies> modules;
    private final AgentErasing erasing;
    private final AgentErasureFollowing following;
    private final AgentErasureStore erasures;
    private final TransactionTemplate transaction;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private World world;
    private Api olga;
    private UUID zuzana;

    AgentErasureTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired List<AgentTies> modules,
            @Autowired AgentErasing erasing,
            @Autowired AgentErasureFollowing following,
            @Autowired AgentErasureStore erasures,
            @Autowired TransactionTemplate transaction) {
        this.worlds = worlds;
        this.pump = pump;
        this.modules = modules;
        this.erasing = erasing;
        this.following = following;
        this.erasures = erasures;
        this.transaction = transaction;
        world = worlds.fresh();
        olga = world.olga();
        zuzana = new UUID(0, 0);
    }

    @BeforeEach
    void somebodyWhoWillGo() {
        world = worlds.fresh();
        olga = world.olga();
        zuzana = world.addAgent(NAME, EMAIL);
        olga.put("/api/v1/departments/" + world.department("Support") + "/members/" + zuzana, Map.of())
                .mustBe(200);
        olga.patch("/api/v1/agents/" + zuzana, Map.of("alias", ALIAS, "signature_html", "<p>" + NAME + "</p>"))
                .mustBe(200);
    }

    private String path() {
        return "/api/v1/agents/" + zuzana;
    }

    private Api.Answer erase() {
        return olga.post(path() + "/erasure", Map.of());
    }

    private void leave() {
        olga.delete(path() + "?tickets_to=nobody").mustBe(204);
    }

    private void eraseWholly() {
        leave();
        erase().mustBe(201);
        await().atMost(WITHIN)
                .until(() -> !olga.get(path() + "/erasure")
                        .mustBe(200)
                        .text("/done_at")
                        .isEmpty());
    }

    /** Something in nearly every place that knows agents. */
    private String aWorkingLife() {
        Api she = world.agent(EMAIL);
        String code = she.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes")))
                .mustBe(201)
                .text("/code");
        String ticket = "/api/v1/tickets/" + code;
        she.post(ticket + "/messages", Map.of("type", "note", "text", "Looks like the fan"))
                .mustBe(201);
        she.post(ticket + "/messages", Map.of("type", "reply", "text", "Please switch it off"))
                .mustBe(201);
        she.put(ticket + "/draft", Map.of("type", "note", "html", "<p>Only begun by " + NAME + "</p>"))
                .mustBe(200);
        she.patch(ticket, Map.of("status", "resolved")).mustBe(200);
        she.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Thank you. Yours, " + NAME))
                .mustBe(201);
        world.bram()
                .post("/api/v1/kudos", Map.of("to", EMAIL, "message", "Nobody knows fans like you"))
                .mustBe(201);
        olga.post("/api/v1/coins", Map.of("agent", EMAIL, "coins", 40, "reason", "For " + NAME))
                .mustBe(201);
        olga.post("/api/v1/coaching-notes", Map.of("agent", EMAIL, "kind", "coaching", "text", "Too slow with fans"))
                .mustBe(201);
        worldOfRows();
        Readers.through(world, pump, "figures", "acts", "points", "coins", "wall", "audit-chain");
        return ticket;
    }

    private void worldOfRows() {
        for (String sql : List.of(
                "insert into point_day (workspace_id, day, agent_id, points) values (:w, 20000, :a, 7)",
                "insert into badge_award (workspace_id, id, badge_id, agent_id, tier, since, until, value, sample) values (:w, gen_random_uuid(), 'tagger', :a, 0, 20000, 20001, 3, 3)",
                "insert into draw_secret (workspace_id, badge_id, day, secret, published_at, drawn_at, candidates, chance_in, winner_id) values (:w, 'four-leaf-clover', 20000, '\\x00', now(), now(), array[:a], 1, :a)",
                "insert into coaching_note (workspace_id, id, agent_id, author_id, kind, words, at, last_at) values (:w, gen_random_uuid(), :a, :o, 1, 'Written of Zuzana Kvapilová', now(), now())",
                "insert into coaching_note (workspace_id, id, agent_id, author_id, kind, words, at, last_at) values (:w, gen_random_uuid(), :o, :a, 1, 'Written by her', now(), now())",
                "insert into coaching_goal (workspace_id, id, agent_id, author_id, kpi, aim, target, from_day, until_day, words) values (:w, gen_random_uuid(), :a, :o, 'aht', 2, 300, 20000, 20010, 'For Zuzana')",
                "insert into wall_entry (workspace_id, id, at, kind, agent_id, subject, facts, source_seq) values (:w, cast(:e as uuid), now(), 1, :o, 'tagger', '{}', -1)",
                "insert into wall_comment (workspace_id, id, entry_id, agent_id, at, text) values (:w, gen_random_uuid(), cast(:e as uuid), :a, now(), 'Said by her')",
                "insert into wall_comment (workspace_id, id, entry_id, agent_id, at, text) values (:w, gen_random_uuid(), cast(:e as uuid), :o, now(), 'As zuzana kvapilová says')",
                "insert into wall_like (workspace_id, entry_id, agent_id, at) values (:w, cast(:e as uuid), :a, now())",
                "insert into quest_done (workspace_id, agent_id, quest_id, period, at, points, coins) values (:w, :a, 'first-steps', 0, now(), 5, 5)",
                "insert into shop_item (workspace_id, id, name, picture, cost, approval, active) values (:w, cast(:e as uuid), 'Mug', 'cup', 5, true, true)",
                "insert into shop_order (workspace_id, id, item_id, item_name, agent_id, cost, wish, state, at) values (:w, cast(:e as uuid), cast(:e as uuid), 'Mug', :a, 5, 'To Zuzana, Hauptstraße 1', 3, now())",
                "insert into shop_order_step (workspace_id, order_id, place, state, at, by_id, note) values (:w, cast(:e as uuid), 1, 3, now(), :o, 'Sent to Hauptstraße 1')",
                "insert into saved_view (workspace_id, id, name, name_key, owner_id, sharing, condition, sort, created_at) values (:w, gen_random_uuid(), 'Zuzana Kvapilová alone', 'z', :a, 1, '{}', 'updated', now())",
                "insert into saved_report (workspace_id, id, name, owner_id, definition) values (:w, gen_random_uuid(), 'Zuzana Kvapilová alone', :a, '{}')",
                "insert into saved_report (workspace_id, id, name, owner_id, agents, definition) values (:w, gen_random_uuid(), 'Shared', :o, array[:a], '{\"agent\": \"zuzana.kvapilova@example.com\"}')",
                "insert into canned_message (workspace_id, id, name, html, language, scope, agent_id) values (:w, gen_random_uuid(), 'Mine', 'Zuzana Kvapilová', 'en', 1, :a)",
                "insert into import_key (workspace_id, kind, external_id, id) values (:w, 1, 'zuzana kvapilová', :a)",
                "insert into sign_in_failure (workspace_id, email, id) values (:w, 'zuzana.kvapilova@example.com', gen_random_uuid())",
                "insert into passkey (workspace_id, id, agent_id, credential_id, credential, sign_count, name) values (:w, gen_random_uuid(), :a, 'x', '\\x00', 0, 'Zuzana Kvapilová at home')",
                "insert into totp (workspace_id, agent_id, secret) values (:w, :a, '\\x00')",
                "insert into agent_avatar (workspace_id, agent_id, hash, small, large) values (:w, :a, 'x', '\\x00', '\\x00')")) {
            owner.sql(sql.replace(":e", "'" + world.workspace() + "'"))
                    .param("w", world.workspace())
                    .param("a", zuzana)
                    .param("o", world.agentId(World.OLGA))
                    .update();
        }
    }

    @Test
    void whoever_has_not_left_is_not_erased_and_an_owner_always_stays() {
        erase().mustRefuse(409, "agent-active");
        olga.post("/api/v1/agents/" + World.OLGA + "/erasure", Map.of()).mustRefuse(409, "agent-active");
        world.anna().post(path() + "/erasure", Map.of()).mustRefuse(403, "permission-missing");
        olga.get(path() + "/erasure").mustRefuse(404, "not-found");
        olga.post("/api/v1/agents/nobody@example.com/erasure", Map.of()).mustRefuse(404, "not-found");
        olga.patch(path(), Map.of("role", "owner")).mustBe(200);
        leave();
        Api admin = world.anna();
        olga.patch("/api/v1/agents/" + World.ANNA, Map.of("role", "admin")).mustBe(200);
        admin.post(path() + "/erasure", Map.of()).mustRefuse(403, "owner-needed");
        JsonNode gone = erase().mustBe(201).body();
        assertThat(gone.at("/agent").asString()).isEqualTo(zuzana.toString());
        assertThat(olga.get(path()).mustBe(200).text("/role")).isEqualTo("agent");
    }

    @Test
    void every_ledger_and_figure_is_row_for_row_what_it_was() {
        aWorkingLife();
        leave();
        quiet();
        Map<String, String> before = kept();
        String kpis = kpis();
        String coins = sums("coin_entry", "sum(coins) || ' ' || count(*)");
        String kudos = sums("kudos", "count(*) || ' ' || sum(points) || ' ' || sum(coins)");
        String orders = sums("shop_order", "count(*) || ' ' || sum(cost)");
        assertThat(before)
                .containsKeys("point_day", "badge_award", "draw_secret", "figure_quarter", "act_day", "coin_balance");
        erase().mustBe(201);
        await().atMost(WITHIN)
                .until(() -> !olga.get(path() + "/erasure")
                        .mustBe(200)
                        .text("/done_at")
                        .isEmpty());
        quiet();
        assertThat(kept()).isEqualTo(before);
        assertThat(kpis()).isEqualTo(kpis);
        assertThat(sums("coin_entry", "sum(coins) || ' ' || count(*)")).isEqualTo(coins);
        assertThat(sums("kudos", "count(*) || ' ' || sum(points) || ' ' || sum(coins)"))
                .isEqualTo(kudos);
        assertThat(sums("shop_order", "count(*) || ' ' || sum(cost)")).isEqualTo(orders);
        assertThat(olga.get("/api/v1/audit/verification")
                        .mustBe(200)
                        .body()
                        .at("/intact")
                        .asBoolean())
                .isTrue();
        JsonNode told =
                olga.get("/api/v1/audit?kind=agent.erased").mustBe(200).body().at("/items/0");
        assertThat(told.at("/subject/name").asString()).isEqualTo(WORD);
        assertThat(told.at("/by/name").asString()).isEqualTo("Olga Owner");
    }

    @Test
    void nothing_in_the_database_says_who_it_was() {
        String ticket = aWorkingLife();
        Readers.through(world, pump, "search");
        await().atMost(WITHIN).until(() -> count("select count(*) from search_todo where workspace_id = :w") == 0);
        assertThat(saying("Kvapilov"))
                .as("so that the looking finds something")
                .contains(
                        "agent",
                        "message",
                        "draft",
                        "kudos",
                        "coin_entry",
                        "coaching_note",
                        "wall_comment",
                        "import_key")
                .contains(
                        "saved_view",
                        "saved_report",
                        "canned_message",
                        "passkey",
                        "sign_in_failure",
                        "search_document");
        eraseWholly();
        Readers.through(world, pump, "figures", "search", "notifications", "audit-chain");
        await().atMost(WITHIN).until(() -> count("select count(*) from search_todo where workspace_id = :w") == 0);
        assertThat(saying("Kvapilov")).isEmpty();
        assertThat(saying(ALIAS)).isEmpty();
        assertThat(saying("Hauptstra")).isEmpty();
        assertThat(saying("Nobody knows fans")).isEmpty();
        assertThat(saying("Too slow with fans")).isEmpty();
        assertThat(saying("Only begun")).isEmpty();
        assertThat(saying("Said by her")).isEmpty();
        JsonNode card = olga.get(path()).mustBe(200).body();
        assertThat(card.at("/name").asString()).isEqualTo(WORD);
        assertThat(card.at("/email").asString()).endsWith(".invalid");
        assertThat(card.at("/erased_at").asString()).isNotEmpty();
        assertThat(card.at("/alias").isNull()).isTrue();
        assertThat(card.at("/avatar_url").isNull()).isTrue();
        String thread = olga.get(ticket + "/messages").mustBe(200).string();
        assertThat(thread).contains("Please switch it off", "Looks like the fan", WORD);
        assertThat(olga.get("/api/v1/game/agents/" + zuzana + "/records")
                        .mustBe(200)
                        .string())
                .contains("\"points\": 7")
                .doesNotContain("Zuzana");
        assertThat(count("select count(*) from coaching_note where workspace_id = :w and words = 'Written by her'"))
                .as("what she wrote to others")
                .isEqualTo(1);
        assertThat(count("select count(*) from kudos where workspace_id = :w and message = 'Thank you. Yours, " + WORD
                        + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from saved_report where workspace_id = :w and agents = '{}'"))
                .isEqualTo(1);
    }

    @Test
    void nobody_comes_in_again_by_what_was_erased() {
        String token = world.token(EMAIL);
        Api browser = world.browserOf(EMAIL);
        leave();
        erase().mustBe(201);
        world.stranger().withToken(token).get("/api/v1/me").mustBe(401);
        browser.get("/api/v1/me").mustBe(401);
        world.stranger()
                .inBrowser()
                .post("/api/v1/session", Map.of("email", EMAIL, "password", World.PASSWORD))
                .mustBe(401);
        olga.patch(path(), Map.of("active", true)).mustRefuse(409, "erased");
        olga.patch(path(), Map.of("name", "Zuzana again")).mustRefuse(409, "erased");
        olga.post(path() + "/access-links", Map.of()).mustRefuse(409, "erased");
        olga.get("/api/v1/agents/" + EMAIL).mustRefuse(404, "not-found");
        assertThat(erase().mustBe(201).text("/agent")).isEqualTo(zuzana.toString());
        assertThat(count("select count(*) from log where workspace_id = :w and kind = 1260"))
                .isEqualTo(1);
    }

    @Test
    void no_import_brings_an_erased_agent_back_and_a_person_may() {
        String line =
                "{\"external_id\":\"zuzana\",\"email\":\"%s\",\"name\":\"%s\",\"role\":\"agent\",\"departments\":[\"Support\"]}"
                        .formatted(EMAIL, NAME);
        assertThat(imported("agents", line).at("/failed").asInt()).isZero();
        String out = olga.get("/api/v1/exports/agents").mustBe(200).string();
        eraseWholly();
        JsonNode again = imported("agents", line);
        assertThat(again.at("/failed").asInt()).isEqualTo(1);
        assertThat(again.at("/errors/0/reason").asString()).contains("erased");
        assertThat(imported("agents", out).at("/failed").asInt()).isEqualTo(1);
        JsonNode ticket = imported(
                "tickets",
                "{\"external_id\":\"T-9\",\"subject\":\"Old\",\"status\":\"resolved\",\"created_at\":\"2026-03-02T09:15:00Z\","
                        + "\"customer\":{\"email\":\"omar@example.org\"},\"assignee\":\"" + EMAIL + "\"}");
        assertThat(ticket.at("/failed").asInt()).isEqualTo(1);
        assertThat(count("select count(*) from agent where workspace_id = :w and email = '" + EMAIL + "'"))
                .isZero();
        String own = olga.get("/api/v1/exports/agents").mustBe(200).string();
        assertThat(own).contains(WORD).doesNotContain(NAME);
        assertThat(imported("agents", own).at("/failed").asInt()).isZero();
        UUID back = world.addAgent(NAME, EMAIL);
        assertThat(back).isNotEqualTo(zuzana);
        assertThat(imported("agents", line).at("/failed").asInt()).isZero();
    }

    @Test
    void two_who_erase_at_once_erase_once() throws Exception {
        leave();
        List<Integer> answers = Together.call(4, () -> erase().status());
        assertThat(answers).containsOnly(201);
        assertThat(count("select count(*) from log where workspace_id = :w and kind = 1260"))
                .isEqualTo(1);
    }

    @Test
    void what_a_kill_left_over_goes_on_where_it_was() {
        aWorkingLife();
        leave();
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> erasing.erase(world.ownerActor(), zuzana)));
        assertThat(olga.get(path()).mustBe(200).text("/name")).isEqualTo(WORD);
        List<UUID> hers = owner.sql(
                        "select id from message where workspace_id = :w and author_kind = 1 and author_id = :a order by id")
                .param("w", world.workspace())
                .param("a", zuzana)
                .query(UUID.class)
                .list();
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> {
                    AgentErasureStore.Work work =
                            erasures.take(world.workspace(), zuzana).orElseThrow();
                    assertThat(work.who().names()).containsExactly(NAME, ALIAS);
                    erasures.goOn(
                            world.workspace(),
                            zuzana,
                            "AgentTraces",
                            hers.getFirst().toString());
                }));
        Workspaces.run(world.workspace(), () -> following.soon(world.workspace(), zuzana));
        await().atMost(WITHIN)
                .until(() -> !olga.get(path() + "/erasure")
                        .mustBe(200)
                        .text("/done_at")
                        .isEmpty());
        assertThat(authors(hers)).startsWith(NAME).endsWith(WORD);
        assertThat(count("select count(*) from agent_erasure where workspace_id = :w and names <> '{}'"))
                .isZero();
        assertThat(count("select count(*) from password where workspace_id = :w and agent_id = '" + zuzana + "'"))
                .as("modules whose turn came later")
                .isZero();
    }

    private List<String> authors(List<UUID> messages) {
        return owner.sql("select author_name from message where workspace_id = :w and id = any (:ids) order by id")
                .param("w", world.workspace())
                .param("ids", messages.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private JsonNode imported(String kind, String lines) {
        Api.Answer begun = olga.send(
                "POST",
                "/api/v1/imports/" + kind,
                (lines + "\n").getBytes(StandardCharsets.UTF_8),
                "application/x-ndjson");
        return begun.mustBe(202).body();
    }

    private String kpis() {
        return olga.get(
                        "/api/v1/kpis?from=2020-01-01&to=2040-01-01&kpi=volume,case_resolution,fcr,aht,resolution_time&agent="
                                + zuzana)
                .mustBe(200)
                .string();
    }

    /** Of every table whose rows all stay, all of it. */
    private Map<String, String> kept() {
        Map<String, Boolean> whole = new HashMap<>();
        modules.forEach(module -> module.ties()
                .forEach(tie -> whole.merge(tie.table(), tie.fate() == AgentTie.Fate.KEPT, Boolean::logicalAnd)));
        Map<String, String> rows = new TreeMap<>();
        whole.forEach((table, all) -> {
            if (all && !MOVING.contains(table)) {
                rows.put(
                        table,
                        sums(table, "coalesce(string_agg(to_jsonb(t)::text, ' ' order by to_jsonb(t)::text), '')"));
            }
        });
        return rows;
    }

    private String sums(String table, String what) {
        return owner.sql("select " + what + " from " + table + " t where t.workspace_id = :w")
                .param("w", world.workspace())
                .query(String.class)
                .single();
    }

    /** All that follows has followed: the readers are through, and whose levels were to be looked at were. */
    private void quiet() {
        String[] names = owner.sql("select name from reader where workspace_id = :w")
                .param("w", world.workspace())
                .query(String.class)
                .list()
                .toArray(String[]::new);
        do {
            Readers.through(world, pump, names);
            owner.sql("update level_check set due_at = now() where workspace_id = :w and due_at is not null")
                    .param("w", world.workspace())
                    .update();
            await().atMost(WITHIN)
                    .until(() ->
                            count("select count(*) from level_check where workspace_id = :w and due_at is not null")
                                    == 0);
        } while (count(
                        "select count(*) from workspaces_with_unread_log(array(select name from reader where workspace_id = :w)) as w where w = :w")
                > 0);
    }

    private long count(String sql) {
        return owner.sql(sql).param("w", world.workspace()).query(Long.class).single();
    }

    /** Every table of which some row says so. */
    private Set<String> saying(String words) {
        List<String> tables = owner.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                        """).query(String.class).list();
        return tables.stream()
                .filter(table -> owner.sql(
                                "select exists (select 1 from " + table
                                        + " t where t.workspace_id = :w and strpos(lower(to_jsonb(t)::text), lower(:words)) > 0)")
                        .param("w", world.workspace())
                        .param("words", words)
                        .query(Boolean.class)
                        .single())
                .collect(Collectors.toSet());
    }
}
