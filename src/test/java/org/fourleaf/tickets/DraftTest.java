package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.live.LivePulse;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@InFourleaf
class DraftTest {

    private static final String TAB_A = "00000000-0000-4000-8000-00000000000a";
    private static final String TAB_B = "00000000-0000-4000-8000-00000000000b";

    private final World world;
    private final Api anna;
    private final Api bram;
    private final DraftStore store;
    private final DraftPulse pulse;
    private final Drafting drafting;
    private final Tickets tickets;
    private final TransactionOperations transaction;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    DraftTest(
            @Autowired Worlds worlds,
            @Autowired DraftStore store,
            @Autowired DraftPulse pulse,
            @Autowired Drafting drafting,
            @Autowired Tickets tickets,
            @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        anna = world.anna();
        bram = world.bram();
        this.store = store;
        this.pulse = pulse;
        this.drafting = drafting;
        this.tickets = tickets;
        this.transaction = transaction;
    }

    @Test
    void an_answer_a_note_and_a_forward_are_three_drafts_and_sending_one_leaves_the_others() {
        String ticket = ticket();
        for (String type : List.of("reply", "note", "forward")) {
            anna.put(ticket + "/draft", Map.of("type", type, "html", "<p>A " + type + "</p>"))
                    .mustBe(200);
        }
        assertThat(anna.get(ticket + "/drafts").mustBe(200).body().at("/items")).hasSize(3);
        anna.post(ticket + "/messages", Map.of("type", "note", "text", "Said.")).mustBe(201);
        anna.get(ticket + "/draft?type=note").mustBe(404);
        assertThat(anna.get(ticket + "/draft?type=reply").mustBe(200).text("/html"))
                .isEqualTo("<p>A reply</p>");
        assertThat(anna.get(ticket + "/draft").mustBe(200).text("/type")).isEqualTo("forward");
        assertThat(bram.get(ticket + "/drafts").mustBe(200).body().at("/items")).isEmpty();
    }

    @Test
    void a_draft_keeps_people_files_what_it_answers_and_where_the_ticket_shall_go() {
        String ticket = ticket();
        String message = anna.get(ticket + "/messages").text("/items/0/id");
        String file = anna.with("X-Filename", "notes.txt")
                .send("POST", "/api/v1/attachments", "x".getBytes(StandardCharsets.UTF_8), "text/plain")
                .mustBe(201)
                .text("/id");
        anna.put(
                        ticket + "/draft",
                        Map.of(
                                "type",
                                "reply",
                                "html",
                                "<p>All of it</p>",
                                "to",
                                List.of("a@example.org"),
                                "cc",
                                List.of("b@example.org"),
                                "bcc",
                                List.of("c@example.org"),
                                "attachments",
                                List.of(file),
                                "in_reply_to",
                                message,
                                "status",
                                "resolved"))
                .mustBe(200);
        Api.Answer draft = anna.get(ticket + "/draft").mustBe(200);
        assertThat(draft.text("/to/0") + draft.text("/cc/0") + draft.text("/bcc/0"))
                .isEqualTo("a@example.orgb@example.orgc@example.org");
        assertThat(draft.text("/attachments/0/id")).isEqualTo(file);
        assertThat(draft.text("/in_reply_to")).isEqualTo(message);
        assertThat(draft.text("/status")).isEqualTo("resolved");
    }

    @Test
    void of_windows_that_build_on_the_same_version_one_saves_and_the_others_are_told() throws Exception {
        String ticket = ticket();
        for (String seen : List.of("\"0\"", "\"1\"")) {
            AtomicInteger next = new AtomicInteger();
            List<Integer> statuses = Together.call(
                    6,
                    () -> anna.with("If-Match", seen)
                            .put(
                                    ticket + "/draft",
                                    Map.of("type", "reply", "html", "<p>Window " + next.getAndIncrement() + "</p>"))
                            .status());
            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        }
        assertThat(anna.get(ticket + "/draft").text("/version")).isEqualTo("2");
    }

    @Test
    void the_newer_window_wins_and_the_older_words_can_be_brought_back() {
        String ticket = ticket();
        save(ticket, "First window", TAB_A);
        save(ticket, "First window, more", TAB_A);
        save(ticket, "Second window", TAB_B);
        assertThat(anna.get(ticket + "/draft").text("/html")).isEqualTo("<p>Second window</p>");
        assertThat(past(ticket)).contains("<p>First window, more</p>");
        save(ticket, "First window, more", TAB_A);
        assertThat(past(ticket)).startsWith("<p>Second window</p>");
        bram.get(ticket + "/drafts/reply/past").mustBe(200);
        assertThat(bram.get(ticket + "/drafts/reply/past").body().at("/items")).isEmpty();
        assertThat(anna.get(ticket + "/drafts/poem/past").status()).isEqualTo(400);
    }

    @Test
    void what_is_taken_back_or_mostly_taken_out_is_kept_among_the_older_words() {
        String ticket = ticket();
        String longWords = "A whole page of thoughts. ".repeat(20);
        save(ticket, longWords, TAB_A);
        save(ticket, "Oops", TAB_A);
        assertThat(past(ticket)).containsExactly("<p>" + longWords + "</p>");
        anna.delete(ticket + "/draft?type=reply").mustBe(204);
        anna.get(ticket + "/draft").mustBe(404);
        assertThat(past(ticket)).hasSize(2).startsWith("<p>Oops</p>");
        Api.Answer again = anna.put(ticket + "/draft", Map.of("type", "reply", "html", "<p>Anew</p>"))
                .mustBe(200);
        assertThat(again.body().at("/version").asInt()).isEqualTo(3);
        anna.post(ticket + "/messages", Map.of("type", "reply", "text", "Sent."))
                .mustBe(201);
        assertThat(past(ticket)).isEmpty();
    }

    @Test
    void older_words_are_bounded_and_swept() {
        String ticket = ticket();
        for (int i = 0; i < DraftStore.PAST_MAX + 10; i++) {
            save(ticket, "Step " + i, i % 2 == 0 ? TAB_A : TAB_B);
        }
        assertThat(past(ticket))
                .hasSize(DraftStore.PAST_MAX)
                .startsWith("<p>Step " + (DraftStore.PAST_MAX + 8) + "</p>");
        owner.sql("update draft_past set saved_at = saved_at - interval '31 days' where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        Workspaces.run(world.workspace(), () -> drafting.forgetPast(Actor.clock(world.workspace())));
        assertThat(past(ticket)).isEmpty();
        assertThat(anna.get(ticket + "/draft").mustBe(200).text("/html")).contains("Step");
    }

    @Test
    void drafts_follow_a_merge_and_where_both_have_one_the_moved_words_are_kept() {
        String from = ticket();
        String into = ticket();
        save(from, "In the source", TAB_A);
        anna.put(from + "/draft", Map.of("type", "note", "html", "<p>A note</p>"))
                .mustBe(200);
        save(into, "In the target", TAB_A);
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> store.move(world.workspace(), id(from), id(into))));
        assertThat(anna.get(into + "/draft?type=note").mustBe(200).text("/html"))
                .isEqualTo("<p>A note</p>");
        assertThat(anna.get(into + "/draft?type=reply").text("/html")).isEqualTo("<p>In the target</p>");
        assertThat(past(into)).containsExactly("<p>In the source</p>");
        assertThat(anna.get(from + "/drafts").body().at("/items")).isEmpty();
    }

    @Test
    void a_change_of_owner_touches_no_draft_and_everything_begun_is_in_one_list() {
        String first = ticket();
        String second = ticket();
        save(first, "One", TAB_A);
        save(second, "Two", TAB_A);
        anna.patch(first, Map.of("assignee", World.BRAM)).mustBe(200);
        Api.Answer page = anna.get("/api/v1/drafts?limit=1").mustBe(200);
        assertThat(page.text("/items/0/snippet")).isEqualTo("Two");
        Api.Answer rest =
                anna.get("/api/v1/drafts?limit=1&cursor=" + page.text("/next")).mustBe(200);
        assertThat(rest.text("/items/0/snippet")).isEqualTo("One");
        assertThat(rest.text("/items/0/ticket")).isEqualTo(first.substring(first.lastIndexOf('/') + 1));
        assertThat(bram.get("/api/v1/drafts").mustBe(200).body().at("/items")).isEmpty();
    }

    @Test
    void the_agents_other_windows_hear_of_a_save_once() {
        String ticket = ticket();
        String mark = felt(null).mark();
        save(ticket, "Words", TAB_A);
        LivePulse.Felt felt = felt(mark);
        assertThat(felt.events()).hasSize(1);
        assertThat(felt.events().getFirst().agent()).isEqualTo(world.agentId(World.ANNA));
        assertThat(felt.events().getFirst().data()).containsEntry("version", 1L).containsEntry("type", "reply");
        assertThat(felt(felt.mark()).events()).isEmpty();
    }

    @Test
    void a_draft_may_be_anything_but_hostile_or_a_message() {
        String ticket = ticket();
        anna.put(ticket + "/draft", Map.of("type", "message", "html", "x")).mustName("/type");
        anna.put(ticket + "/draft", Map.of("type", "reply")).mustName("/html");
        Api.Answer saved = anna.put(
                        ticket + "/draft",
                        Map.of("type", "reply", "html", "<p>Hi<script>x()</script><img src=x onerror=x()></p>"))
                .mustBe(200);
        assertThat(saved.text("/html")).doesNotContain("script", "onerror");
        anna.put("/api/v1/tickets/NO-SUCH-1/draft", Map.of("type", "reply", "html", "x"))
                .mustRefuse(404, "not-found");
    }

    @Test
    void the_list_of_drafts_is_read_in_its_order(@Autowired DraftQuery query, @Autowired JdbcClient jdbc) {
        var sql = query.sql(
                world.workspace(),
                world.agentId(World.ANNA),
                new org.fourleaf.departments.DepartmentSight(true, List.of()),
                Slice.first(50));
        List<String> plan = new ArrayList<>();
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("set local enable_seqscan = off").update();
                    jdbc.sql("set local enable_sort = off").update();
                    plan.addAll(jdbc.sql("explain (costs off) " + sql.text())
                            .params(sql.values())
                            .query((set, row) -> String.valueOf(set.getString(1)))
                            .list());
                }));
        assertThat(String.join("\n", plan)).contains("draft_of_agent").doesNotContain("Seq Scan", "Sort");
    }

    private LivePulse.Felt felt(@Nullable String mark) {
        return Workspaces.call(world.workspace(), () -> pulse.since(world.workspace(), mark));
    }

    private java.util.UUID id(String ticket) {
        return Workspaces.call(
                world.workspace(),
                () -> tickets.readable(world.ownerActor(), ticket.substring(ticket.lastIndexOf('/') + 1))
                        .id());
    }

    private void save(String ticket, String words, String tab) {
        anna.put(ticket + "/draft", Map.of("type", "reply", "html", "<p>" + words + "</p>", "tab", tab))
                .mustBe(200);
    }

    private List<String> past(String ticket) {
        return anna.get(ticket + "/drafts/reply/past")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/html").asString())
                .toList();
    }

    private String ticket() {
        return TicketsApiTest.path(anna.post("/api/v1/tickets", TicketsApiTest.body("Draft", "Words"))
                .mustBe(201));
    }
}
