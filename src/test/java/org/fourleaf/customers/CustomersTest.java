package org.fourleaf.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InFourleaf
class CustomersTest {

    private final World world;
    private final Customers customers;

    CustomersTest(@Autowired Worlds worlds, @Autowired Customers customers) {
        world = worlds.fresh();
        this.customers = customers;
    }

    @Test
    void customers_are_found_by_the_start_of_name_or_address() {
        Api anna = world.anna();
        world.olga()
                .post("/api/v1/fields", Map.of("subject", "customer", "name", "Contract", "type", "text"))
                .mustBe(201);
        anna.post(
                        "/api/v1/customers",
                        Map.of(
                                "name", "Ąžuolas Petraitis",
                                "emails", List.of("first@oak.example", "zuza@oak.example"),
                                "company", "Oak & Sons",
                                "groups", List.of("vip"),
                                "fields", Map.of("contract", "A-7")))
                .mustBe(201);
        assertThat(names(anna, "q=%C4%84%C5%BE")).containsExactly("Ąžuolas Petraitis");
        assertThat(names(anna, "q=zuza@")).containsExactly("Ąžuolas Petraitis");
        assertThat(names(anna, "q=OMA")).containsExactly("Omar");
        assertThat(names(anna, "q=nobody")).isEmpty();

        Api.Answer oak = anna.get("/api/v1/customers/zuza@oak.example").mustBe(200);
        assertThat(oak.text("/email")).isEqualTo("first@oak.example");
        assertThat(oak.text("/company/name")).isEqualTo("Oak & Sons");
        assertThat(oak.text("/fields/contract")).isEqualTo("A-7");
        anna.post("/api/v1/customers", Map.of("name", "Thief", "email", "zuza@oak.example"))
                .mustRefuse(409, "email-taken");

        Map<String, Object> away = new HashMap<>();
        away.put("company", null);
        away.put("emails", List.of("zuza@oak.example"));
        Api.Answer changed =
                anna.patch("/api/v1/customers/" + oak.text("/id"), away).mustBe(200);
        assertThat(changed.body().at("/company").isNull()).isTrue();
        assertThat(changed.text("/email")).isEqualTo("zuza@oak.example");
        anna.get("/api/v1/customers/first@oak.example").mustRefuse(404, "not-found");
    }

    @Test
    void a_long_list_is_read_page_by_page_each_customer_once() {
        for (int i = 0; i < 7; i++) {
            world.olga().post("/api/v1/customers", Map.of("name", "Pager")).mustBe(201);
        }
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            Api.Answer page = world.olga()
                    .get("/api/v1/customers?q=pager&limit=3&cursor=" + next)
                    .mustBe(200);
            page.body().at("/items").forEach(item -> ids.add(item.at("/id").asString()));
            next = page.body().at("/next").isNull() ? "" : page.text("/next");
        } while (!next.isEmpty());
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        world.olga()
                .get("/api/v1/customers?limit=201")
                .mustRefuse(400, "malformed")
                .mustName("limit");
        world.olga()
                .get("/api/v1/customers?cursor=forged")
                .mustRefuse(400, "malformed")
                .mustName("cursor");
    }

    @Test
    void two_mails_of_a_new_customer_at_once_make_one_customer() throws Exception {
        List<UUID> ids = Together.call(
                8,
                () -> Workspaces.call(
                        world.workspace(),
                        () -> customers
                                .findOrAdd(world.ownerActor(), "Twins@Example.org", "Twin")
                                .id()));
        assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
    }

    @Test
    void companies_have_one_name_each() {
        Api anna = world.anna();
        anna.post("/api/v1/companies", Map.of("name", "Acme")).mustBe(201);
        anna.post("/api/v1/companies", Map.of("name", " ACME ")).mustRefuse(409, "name-taken");
        UUID beta = anna.post("/api/v1/companies", Map.of("name", "Beta"))
                .mustBe(201)
                .id("/id");
        anna.patch("/api/v1/companies/" + beta, Map.of("name", "acme")).mustRefuse(409, "name-taken");
        assertThat(anna.patch("/api/v1/companies/Beta", Map.of("notes", "pays late"))
                        .mustBe(200)
                        .text("/notes"))
                .isEqualTo("pays late");
        anna.post("/api/v1/customers", Map.of("name", "Bea", "email", "bea@beta.example", "company", "Beta"))
                .mustBe(201);
        anna.delete("/api/v1/companies/Beta").mustBe(204);
        assertThat(anna.get("/api/v1/customers/bea@beta.example")
                        .body()
                        .at("/company")
                        .isNull())
                .isTrue();
    }

    private static List<String> names(Api api, String query) {
        List<String> names = new ArrayList<>();
        api.get("/api/v1/customers?" + query)
                .mustBe(200)
                .body()
                .at("/items")
                .forEach(item -> names.add(item.at("/name").asString()));
        return names;
    }
}
