package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** A tag on many tickets goes in batches: what is asked for holds at once, the tickets follow, whatever breaks in between. */
@InFourleaf
class TagBatchesTest {

    private static final int TICKETS = 5 * TagFollowing.TICKETS_AT_ONCE + 1;

    private final World world;
    private final Api olga;
    private final TagMerging merging;
    private final TagFollowing following;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    TagBatchesTest(
            @Autowired Worlds worlds,
            @Autowired TagMerging merging,
            @Autowired TagFollowing following,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        olga = world.olga();
        this.merging = merging;
        this.following = following;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void many_tickets_follow_their_tag_into_another() {
        UUID from = tag("many");
        UUID into = tag("more");
        wornByMany(from);
        olga.put("/api/v1/tags/" + from + "/merge", Map.of("into", "more")).mustBe(200);
        round();
        assertThat(worn(from)).isZero();
        assertThat(worn(into)).isEqualTo(TICKETS);
        assertThat(exists(from)).isFalse();
    }

    @Test
    void what_a_node_that_died_left_undone_is_done_by_the_clock() {
        UUID from = tag("left");
        UUID into = tag("kept");
        String both = ticket(List.of("left", "kept"));
        String one = ticket(List.of("left"));
        in(() -> merging.merge(world.ownerActor(), from, into.toString()));

        olga.get("/api/v1/tags/" + from).mustRefuse(404, "not-found");
        assertThat(olga.get("/api/v1/tags?q=left").mustBe(200).body().at("/items"))
                .isEmpty();
        olga.put("/api/v1/tags/" + into + "/merge", Map.of("into", from.toString()))
                .mustRefuse(422, "invalid");
        olga.delete("/api/v1/tags/" + from).mustRefuse(404, "not-found");
        UUID again = tag("left");
        for (String ticket : List.of(both, one)) {
            assertThat(tags(ticket)).containsExactly("kept");
        }

        round();
        for (String ticket : List.of(both, one)) {
            assertThat(tags(ticket)).containsExactly("kept");
        }
        assertThat(worn(from)).isZero();
        assertThat(worn(into)).isEqualTo(2);
        assertThat(worn(again)).isZero();
    }

    @Test
    void a_ticket_somebody_works_on_holds_nobody_up() {
        UUID from = tag("busy");
        UUID into = tag("idle");
        wornByMany(from);
        String busy = ticket(List.of("busy"));
        in(() -> transaction.executeWithoutResult(status -> {
            hold(busy);
            olga.put("/api/v1/tags/" + from + "/merge", Map.of("into", "idle")).mustBe(200);
            assertThat(tags(busy)).containsExactly("idle");
            assertThat(worn(from)).isGreaterThanOrEqualTo(1);
        }));
        round();
        assertThat(worn(into)).isEqualTo(TICKETS + 1);
        assertThat(exists(from)).isFalse();
        assertThat(tags(busy)).containsExactly("idle");
    }

    @Test
    void a_tag_on_its_way_into_another_goes_where_that_goes() {
        UUID first = tag("first");
        UUID second = tag("second");
        UUID third = tag("third");
        String ticket = ticket(List.of("first"));
        in(() -> merging.merge(world.ownerActor(), first, "second"));
        in(() -> merging.merge(world.ownerActor(), second, "third"));
        round();
        round();
        assertThat(tags(ticket)).containsExactly("third");
        assertThat(worn(third)).isEqualTo(1);
        assertThat(exists(first) || exists(second)).isFalse();
    }

    @Test
    void a_deleted_tag_leaves_its_many_tickets() {
        UUID gone = tag("gone");
        wornByMany(gone);
        in(() -> merging.delete(world.ownerActor(), gone));
        olga.get("/api/v1/tags/" + gone).mustRefuse(404, "not-found");
        assertThat(olga.get("/api/v1/tickets?tag=gone").mustBe(200).body().at("/items"))
                .isEmpty();
        round();
        assertThat(worn(gone)).isZero();
        assertThat(exists(gone)).isFalse();
    }

    private UUID tag(String name) {
        return olga.post("/api/v1/tags", Map.of("name", name)).mustBe(201).id("/id");
    }

    private String ticket(List<String> tags) {
        String code = olga.post("/api/v1/tickets", TicketsApiTest.body("Tagged", "words"))
                .mustBe(201)
                .text("/code");
        String path = "/api/v1/tickets/" + code;
        olga.patch(path, Map.of("tags", tags)).mustBe(200);
        return path;
    }

    private List<String> tags(String ticket) {
        return olga.get(ticket)
                .mustBe(200)
                .body()
                .at("/tags")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private void wornByMany(UUID tag) {
        String mark = tag.toString();
        owner.sql("""
                        with made as (
                            insert into ticket (workspace_id, id, code, subject, status, department_id, customer_id, channel,
                                created_at, updated_at, last_message_at, status_since, due_at)
                            select :w, gen_random_uuid(), :mark || i, 'Subject', 1,
                                (select id from department where workspace_id = :w limit 1),
                                (select id from customer where workspace_id = :w limit 1), 1, now(), now(), now(), now(), now()
                            from generate_series(1, :n) as i returning workspace_id, id, last_message_at)
                        insert into ticket_tag (workspace_id, ticket_id, tag_id, live, last_at)
                        select workspace_id, id, :tag, true, last_message_at from made
                        """)
                .param("w", world.workspace())
                .param("mark", mark)
                .param("tag", tag)
                .param("n", TICKETS)
                .update();
    }

    private void hold(String ticket) {
        assertThat(jdbc.sql("select id from ticket where workspace_id = :w and code = :code for update")
                        .param("w", world.workspace())
                        .param("code", ticket.substring(ticket.lastIndexOf('/') + 1))
                        .query(Row.as(row -> row.uuid("id")))
                        .list())
                .hasSize(1);
    }

    private void in(Runnable work) {
        Workspaces.run(world.workspace(), work);
    }

    private void round() {
        in(() -> following.round(world.workspace()));
    }

    private long worn(UUID tag) {
        return owner.sql("select count(*) as n from ticket_tag where workspace_id = :w and tag_id = :tag")
                .param("w", world.workspace())
                .param("tag", tag)
                .query(Row.as(row -> row.big("n")))
                .single();
    }

    private boolean exists(UUID tag) {
        return !owner.sql("select id from tag where workspace_id = :w and id = :tag")
                .param("w", world.workspace())
                .param("tag", tag)
                .query(Row.as(row -> row.uuid("id")))
                .list()
                .isEmpty();
    }
}
