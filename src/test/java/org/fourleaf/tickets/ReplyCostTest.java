package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.StatementCounting;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the most frequent acts cost, counted in statements: no clock is asked, so a slow machine fails nothing. */
@InFourleaf
class ReplyCostTest {

    private static final int STATEMENTS_OF_A_REPLY_MAX = 15;
    private static final int STATEMENTS_OF_A_THREAD_MAX = 4;

    private static final int ROWS = 20_000;
    /** In the planner's own units: some index entries and their rows; reading all customers or all Message-IDs is beyond. */
    private static final double COST_OF_A_STATEMENT_MAX = 150;

    private static final Pattern COST = Pattern.compile("cost=[\\d.]+\\.\\.([\\d.]+)");

    private final World world;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    ReplyCostTest(@Autowired Worlds worlds, @Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void a_reply_takes_few_statements() {
        world.olga()
                .post("/api/v1/mailboxes", Map.of("address", "cost@example.com"))
                .mustBe(201);
        String path = ticket() + "/messages";
        Map<String, String> reply = Map.of("type", "reply", "text", "Here you are.");
        world.olga().post(path, reply).mustBe(201);
        List<String> statements;
        try (StatementCounting counting = new StatementCounting()) {
            world.olga().post(path, reply).mustBe(201);
            statements = counting.ofThreadThatDid("insert into message");
        }
        assertThat(statements).isNotEmpty().hasSizeLessThanOrEqualTo(STATEMENTS_OF_A_REPLY_MAX);
    }

    /** Its clocks are read, saved and told: no more. */
    @Test
    void a_reply_to_a_ticket_with_a_service_level_takes_three_more_at_most() {
        Map<String, String> reply = Map.of("type", "reply", "text", "Here you are.");
        Map<String, Integer> each = Map.of("low", 90_000, "normal", 90_000, "high", 90_000, "urgent", 90_000);
        String level = world.olga()
                .post(
                        "/api/v1/sla-levels",
                        Map.of(
                                "name",
                                "Cost",
                                "targets",
                                Map.of("first_answer", each, "next_answer", each, "first_resolve", each)))
                .mustBe(201)
                .text("/id");
        List<Integer> statements = new ArrayList<>();
        for (boolean promised : List.of(false, true)) {
            String ticket = ticket();
            if (promised) {
                world.olga().patch(ticket, Map.of("sla_level", level)).mustBe(200);
            }
            try (StatementCounting counting = new StatementCounting()) {
                world.olga().post(ticket + "/messages", reply).mustBe(201);
                statements.add(counting.ofThreadThatDid("insert into message").size());
            }
        }
        assertThat(statements.getLast() - statements.getFirst()).isBetween(1, 3);
    }

    @Test
    void a_thread_takes_few_statements_however_long_it_is() {
        String path = ticket() + "/messages";
        for (int i = 0; i < 5; i++) {
            world.olga().post(path, Map.of("type", "reply", "text", "Answer")).mustBe(201);
        }
        List<String> statements;
        try (StatementCounting counting = new StatementCounting()) {
            world.olga().get(path).mustBe(200);
            statements = counting.ofThreadThatDid("select m.id, m.type");
        }
        assertThat(statements).isNotEmpty().hasSizeLessThanOrEqualTo(STATEMENTS_OF_A_THREAD_MAX);
    }

    @Test
    void no_statement_of_a_reply_reads_more_in_a_large_workspace() {
        world.olga()
                .post("/api/v1/mailboxes", Map.of("address", "plans@example.com"))
                .mustBe(201);
        String path = ticket() + "/messages";
        manyRows();
        List<String> statements;
        try (StatementCounting counting = new StatementCounting()) {
            world.olga()
                    .post(path, Map.of("type", "reply", "text", "Here you are."))
                    .mustBe(201);
            statements = counting.ofThreadThatDid("insert into message");
        }
        int explained = 0;
        for (String statement : statements) {
            OptionalDouble cost = cost(statement);
            explained += cost.isPresent() ? 1 : 0;
            assertThat(cost.orElse(0)).as(statement).isLessThan(COST_OF_A_STATEMENT_MAX);
        }
        assertThat(explained).isGreaterThan(statements.size() / 2);
    }

    /** As the pool's role and for whatever values; none for a statement that is only understood with their types. */
    private OptionalDouble cost(String statement) {
        StringBuilder numbered = new StringBuilder();
        List<String> values = new ArrayList<>();
        for (String part : statement.split("\\?", -1)) {
            if (!numbered.isEmpty()) {
                values.add("null");
                numbered.append('$').append(values.size());
            }
            numbered.append(part);
        }
        try {
            return Workspaces.call(
                    world.workspace(), () -> transaction.execute(status -> planned(numbered.toString(), values)));
        } catch (BadSqlGrammarException e) {
            return OptionalDouble.empty();
        }
    }

    private OptionalDouble planned(String statement, List<String> values) {
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        jdbc.sql("prepare costed as " + statement).update();
        String plan = jdbc.sql(
                        "explain execute costed" + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")"))
                .query(String.class)
                .list()
                .getFirst();
        jdbc.sql("deallocate costed").update();
        Matcher cost = COST.matcher(plan);
        return cost.find() ? OptionalDouble.of(Double.parseDouble(cost.group(1))) : OptionalDouble.empty();
    }

    /** Customers, their tickets, and one message each, half of them with a Message-ID: fewer would make any plan cheap. */
    private void manyRows() {
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        owner.sql("""
                        with people as (
                            insert into customer (workspace_id, id, name, name_key)
                            select :w, gen_random_uuid(), 'Customer ' || i, 'customer ' || i from generate_series(1, :n) as i
                            returning id
                        ), asked as (
                            insert into ticket (workspace_id, id, code, subject, status, priority, department_id, customer_id, channel,
                                created_at, updated_at, last_message_at, status_since, due_at)
                            select :w, gen_random_uuid(), 'COST-' || row_number() over (), 'Subject', 2, 2,
                                (select id from department where workspace_id = :w limit 1), people.id, 1, now(), now(), now(), now(), now()
                            from people
                            returning id
                        )
                        insert into message (workspace_id, id, ticket_id, type, direction, author_kind, author_name, at, text,
                            rfc_message_id)
                        select :w, gen_random_uuid(), asked.id, 1, 1, 3, 'Customer', now(), 'Words',
                            case when random() < 0.5 then gen_random_uuid() || '@example.com' end
                        from asked
                        """).param("w", world.workspace()).param("n", ROWS).update();
        owner.sql("analyze customer, ticket, message").update();
    }

    private String ticket() {
        Api.Answer answer = world.olga()
                .post("/api/v1/tickets", TicketsApiTest.body("Cost", "How much?"))
                .mustBe(201);
        return "/api/v1/tickets/" + answer.text("/code");
    }
}
