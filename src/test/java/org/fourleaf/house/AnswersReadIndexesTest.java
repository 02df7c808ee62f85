package org.fourleaf.house;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Screens are asked for over HTTP and every statement they made is explained as the pool's role, as a plan made once for whatever values
 * come: none reads a table that grows from its beginning to its end.
 */
@InFourleaf
class AnswersReadIndexesTest {

    private static final List<String> GROWING = List.of(
            "ticket",
            "message",
            "ticket_tag",
            "ticket_sub_status",
            "tag",
            "customer",
            "customer_group",
            "notification",
            "rating",
            "resolved_day");

    private final World world;
    private final Api olga;
    private final AnswerPlans plans;
    private UUID omar = new UUID(0, 0);

    AnswersReadIndexesTest(
            @Autowired Worlds worlds, @Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        olga = world.olga();
        plans = new AnswerPlans(world, olga, jdbc, transaction);
    }

    @BeforeAll
    void manyOfEverything() {
        omar = olga.get("/api/v1/customers/" + World.OMAR).mustBe(200).id("/id");
        plans.name("omar", omar);
        for (String name : List.of("With the maker", "With the bank")) {
            olga.post("/api/v1/sub-statuses", Map.of("name", name, "status", "pending"))
                    .mustBe(201);
        }
        plans.fill("""
                insert into customer (workspace_id, id, name, name_key)
                select :w, gen_random_uuid(), 'Customer ' || i, 'customer ' || i from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into customer_group (workspace_id, name_key, customer_id, name)
                select workspace_id, 'group ' || right(name_key, 2), id, 'Group ' || right(name_key, 2) from customer
                where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into tag (workspace_id, id, name, name_key)
                select :w, gen_random_uuid(), 'Tag ' || i, 'tag ' || i from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into ticket (workspace_id, id, code, subject, status, department_id, customer_id, channel,
                    created_at, updated_at, last_message_at, status_since, due_at)
                select :w, gen_random_uuid(), 'READ-' || i, 'Subject', 1 + i % 8,
                    (select id from department where workspace_id = :w order by id limit 1),
                    case when i % 50 = 0 then cast(:omar as uuid)
                        else (array(select id from customer where workspace_id = :w order by id limit 500))[1 + i % 500] end, 1,
                    now() - i * interval '1 minute', now(), now() - i * interval '1 minute', now(), now() + i * interval '1 second'
                from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into ticket_sub_status (workspace_id, ticket_id, sub_status_id, since)
                select workspace_id, id, (select id from choice where workspace_id = :w and name = case ticket.status when 6
                    then 'With the maker' else 'With the bank' end), now()
                from ticket where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into ticket_tag (workspace_id, ticket_id, tag_id, live, last_at)
                select t.workspace_id, t.id, g.id, true, t.last_message_at from ticket t
                join tag g on g.workspace_id = :w and g.name_key = 'tag ' || right(t.code, 2)
                where t.workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into message (workspace_id, id, ticket_id, at, type, direction, author_kind, author_name, text)
                select workspace_id, gen_random_uuid(), id, created_at, 1, 1, 2, 'Omar', 'Words' from ticket
                where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into notification (workspace_id, agent_id, id, kind, ticket_id, by_kind, at)
                select workspace_id, cast(:olga as uuid), gen_random_uuid(), 1, id, 5, created_at from ticket
                where workspace_id = :w and :n > 0
                """);
        plans.fill("""
                insert into resolved_day (workspace_id, department_id, day, agent_id, resolved)
                select :w, (select id from department where workspace_id = :w order by id limit 1), i, gen_random_uuid(), 1
                from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into log (workspace_id, at, kind, by_kind, by_id, customer_id)
                select :w, now() - i * interval '1 minute', case when i % 20 = 0 then 1041 else 1 end, 1, cast(:olga as uuid),
                    case when i % 100 = 0 then cast(:omar as uuid) end
                from generate_series(1, :n) as i
                """);
        plans.fill("""
                insert into rating (workspace_id, id, measure, value, ticket_id, customer_id, agent_id, department_id, given_at, first_given_at)
                select :w, gen_random_uuid(), 1 + i % 4, 1 + i % 3, gen_random_uuid(),
                    (array(select id from customer where workspace_id = :w order by id limit 500))[1 + i % 500],
                    case when i % 50 = 0 then cast(:olga as uuid) else gen_random_uuid() end,
                    (select id from department where workspace_id = :w order by id limit 1), now() - i * interval '1 minute', now()
                from generate_series(1, :n) as i
                """);
        plans.grow(GROWING);
    }

    @Test
    void a_customer_s_timeline() {
        plans.assertIndexed("/api/v1/customers/" + omar + "/timeline", "select e.*");
    }

    @Test
    void customers_of_a_group() {
        plans.assertIndexed("/api/v1/customers?group=Group+77", "select c.id, c.name");
    }

    @Test
    void customers_by_what_is_typed() {
        plans.assertIndexed("/api/v1/customers?q=customer+77", "select c.id, c.name");
    }

    @Test
    void tags_page_by_page_and_tickets_of_one() {
        plans.assertIndexed("/api/v1/tags?limit=200", "select id, name, colour");
        plans.assertIndexed("/api/v1/tickets?tag=tag+19", "select count(*) as n from (");
    }

    @Test
    void to_solve() {
        plans.assertIndexed("/api/v1/to-solve", "select count(*) as n from (");
    }

    @Test
    void the_workload_of_departments() {
        plans.assertIndexed("/api/v1/workload", "select\n    (select coalesce");
    }

    @Test
    void the_audit_log_with_filters() {
        plans.assertIndexed("/api/v1/audit", "select workspace_id, seq");
        plans.assertIndexed("/api/v1/audit?who=" + World.OLGA, "select workspace_id, seq");
        plans.assertIndexed("/api/v1/audit?kind=tag.changed&from=2026-01-01", "select workspace_id, seq");
    }

    @Test
    void notifications_all_and_unread() {
        plans.assertIndexed("/api/v1/notifications", "select n.id");
        plans.assertIndexed("/api/v1/notifications?unread=true", "select n.id");
    }

    @Test
    void ratings_of_all_of_an_agent_and_of_a_customer() {
        plans.assertIndexed("/api/v1/ratings", "select r.id, r.measure");
        plans.assertIndexed("/api/v1/ratings?agent=me", "select r.id, r.measure");
        plans.assertIndexed("/api/v1/ratings?customer=" + omar, "select r.id, r.measure");
    }

    @Test
    void tickets_of_a_sub_status() {
        plans.assertIndexed("/api/v1/tickets?status=pending&sub_status=With+the+maker", "with walked");
    }
}
