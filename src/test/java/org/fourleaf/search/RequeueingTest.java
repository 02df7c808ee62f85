package org.fourleaf.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** A customer's tickets are read again when the customer is called otherwise, and only then. */
@InFourleaf
class RequeueingTest {

    private static final int BATCH = 250;

    private final World world;
    private final IndexTodoStore todo;
    private final Indexing indexing;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RequeueingTest(
            @Autowired Worlds worlds,
            @Autowired IndexTodoStore todo,
            @Autowired Indexing indexing,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        this.todo = todo;
        this.indexing = indexing;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void a_change_of_no_word_reads_no_ticket_again() {
        String customer = customerWithTicket("quiet@example.org");
        assertThat(ticketsReadAgain(customer, Map.of("language", "lt"))).isEmpty();
    }

    @Test
    void a_new_customer_reads_no_ticket_again() {
        assertThat(readAgain(() -> world.olga()
                        .post("/api/v1/customers", Map.of("name", "Newcomer", "emails", List.of("new@example.org")))
                        .mustBe(201)))
                .isEmpty();
    }

    @Test
    void another_name_reads_the_tickets_again() {
        String customer = customerWithTicket("loud@example.org");
        assertThat(ticketsReadAgain(customer, Map.of("name", "Bartholomew"))).hasSize(1);
    }

    @Test
    void what_is_fresh_is_read_before_what_was_imported() {
        UUID workspace = world.workspace();
        UUID imported = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        Workspaces.run(
                workspace,
                () -> transaction.executeWithoutResult(status -> {
                    Settling.until(() -> todo.alone(workspace), () -> {});
                    indexAll(workspace);
                    todo.add(workspace, IndexTodoStore.TICKET, List.of(imported), true);
                    todo.add(workspace, IndexTodoStore.TICKET, List.of(fresh), false);
                    assertThat(indexing.some(workspace, BATCH, BATCH)).isOne();
                    assertThat(waiting(IndexTodoStore.TICKET)).containsExactly(imported);
                    assertThat(indexing.some(workspace, BATCH, BATCH)).isOne();
                    assertThat(waiting(IndexTodoStore.TICKET)).isEmpty();
                }));
    }

    private String customerWithTicket(String email) {
        return world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Something",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", email),
                                "message",
                                Map.of("text", "words")))
                .mustBe(201)
                .text("/customer/id");
    }

    private List<UUID> ticketsReadAgain(String customer, Map<String, Object> change) {
        return readAgain(() ->
                world.olga().patch("/api/v1/customers/" + customer, change).mustBe(200));
    }

    /** Nobody else indexes as long as this has the workspace's lock: what the change asks for stays to be seen. */
    private List<UUID> readAgain(Runnable change) {
        UUID workspace = world.workspace();
        return Workspaces.call(
                workspace,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    Settling.until(() -> todo.alone(workspace), () -> {});
                    indexAll(workspace);
                    change.run();
                    Settling.until(() -> waiting(IndexTodoStore.CUSTOMER).size() == 1, () -> {});
                    indexing.some(workspace, BATCH, BATCH);
                    return waiting(IndexTodoStore.TICKET);
                })));
    }

    private void indexAll(UUID workspace) {
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        Settling.until(
                () -> owner.sql("""
                                select not exists (select from workspaces_with_unread_log(array['search']) as w where w = :w)
                                """).param("w", workspace).query(Boolean.class).single()
                        && waiting(IndexTodoStore.TICKET).isEmpty()
                        && waiting(IndexTodoStore.CUSTOMER).isEmpty(),
                () -> indexing.some(workspace, BATCH, BATCH));
    }

    private List<UUID> waiting(int kind) {
        return jdbc.sql("select subject_id from search_todo where workspace_id = :w and kind = :kind")
                .param("w", world.workspace())
                .param("kind", kind)
                .query(Row.as(row -> row.uuid("subject_id")))
                .list();
    }
}
