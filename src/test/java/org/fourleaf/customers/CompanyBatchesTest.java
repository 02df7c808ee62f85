package org.fourleaf.customers;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A company of many goes in batches: what is asked for holds at once, customers and tickets follow, whatever breaks in between. */
@InFourleaf
class CompanyBatchesTest {

    private static final int CUSTOMERS = 2 * CompanyFollowing.CUSTOMERS_AT_ONCE + 1;
    private static final int TICKETS_EACH = 3;

    private final World world;
    private final Api olga;
    private final Companies companies;
    private final CompanyFollowing following;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    CompanyBatchesTest(
            @Autowired Worlds worlds, @Autowired Companies companies, @Autowired CompanyFollowing following) {
        world = worlds.fresh();
        olga = world.olga();
        this.companies = companies;
        this.following = following;
    }

    @Test
    void what_a_node_that_died_left_undone_is_done_by_the_clock() {
        UUID from = company("Acme");
        UUID into = company("Globex");
        withMany(from);
        in(() -> companies.merge(world.ownerActor(), from, into));

        olga.get("/api/v1/companies/" + from).mustRefuse(404, "not-found");
        olga.get("/api/v1/companies/Acme").mustRefuse(404, "not-found");
        company("Acme");
        assertThat(olga.get("/api/v1/customers?company=" + from).body().at("/items"))
                .allMatch(customer -> customer.at("/company/name").asString().equals("Globex"));

        in(() -> following.round(world.workspace()));
        assertThat(customers(into)).isEqualTo(CUSTOMERS);
        assertThat(tickets(into)).isEqualTo(CUSTOMERS * TICKETS_EACH);
        assertThat(customers(from) + tickets(from)).isZero();
        assertThat(exists(from)).isFalse();
        // Told again when all are there: search and rules saw some of them at the merge.
        assertThat(olga.get("/api/v1/audit?kind=customer.changed&limit=1").text("/items/0/subject/id"))
                .isEqualTo(into.toString());
    }

    @Test
    void many_customers_of_a_deleted_company_stay_without_one() {
        UUID gone = company("Initech");
        withMany(gone);
        olga.delete("/api/v1/companies/Initech").mustBe(204);
        olga.get("/api/v1/companies/" + gone).mustRefuse(404, "not-found");
        in(() -> following.round(world.workspace()));
        assertThat(customers(gone)).isZero();
        assertThat(exists(gone)).isFalse();
    }

    @Test
    void a_company_on_its_way_into_another_goes_where_that_goes() {
        UUID first = company("First");
        UUID second = company("Second");
        UUID third = company("Third");
        withMany(first);
        in(() -> companies.merge(world.ownerActor(), first, second));
        in(() -> companies.merge(world.ownerActor(), second, third));
        in(() -> following.round(world.workspace()));
        in(() -> following.round(world.workspace()));
        assertThat(customers(third)).isEqualTo(CUSTOMERS);
        assertThat(tickets(third)).isEqualTo(CUSTOMERS * TICKETS_EACH);
        assertThat(exists(first) || exists(second)).isFalse();
    }

    private UUID company(String name) {
        return olga.post("/api/v1/companies", Map.of("name", name)).mustBe(201).id("/id");
    }

    private void in(Runnable work) {
        Workspaces.run(world.workspace(), work);
    }

    private void withMany(UUID company) {
        owner.sql("""
                        insert into customer (workspace_id, id, name, name_key, company_id)
                        select :w, gen_random_uuid(), 'Worker ' || i, 'worker ' || i, :company from generate_series(1, :n) as i
                        """)
                .param("w", world.workspace())
                .param("company", company)
                .param("n", CUSTOMERS)
                .update();
        owner.sql("""
                        insert into ticket (workspace_id, id, code, subject, status, department_id, customer_id, company_id, channel,
                            created_at, updated_at, last_message_at, status_since, due_at)
                        select c.workspace_id, gen_random_uuid(), c.id || '-' || i, 'Subject', 1,
                            (select id from department where workspace_id = :w limit 1), c.id, :company, 1,
                            now(), now(), now(), now(), now()
                        from customer c cross join generate_series(1, :n) as i where c.workspace_id = :w and c.company_id = :company
                        """)
                .param("w", world.workspace())
                .param("company", company)
                .param("n", TICKETS_EACH)
                .update();
    }

    private long customers(UUID company) {
        return count("customer where company_id", company);
    }

    private long tickets(UUID company) {
        return count("ticket where company_id", company);
    }

    private boolean exists(UUID company) {
        return count("company where id", company) > 0;
    }

    private long count(String what, UUID company) {
        return owner.sql("select count(*) as n from " + what + " = :company and workspace_id = :w")
                .param("w", world.workspace())
                .param("company", company)
                .query(Row.as(row -> row.big("n")))
                .single();
    }
}
