package org.fourleaf.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Every question to the index is answered by an index: explained as the pool's role, as a plan made once for whatever values come. */
@InFourleaf
class SearchPlansTest {

    private static final int DOCUMENTS = 40_000;
    private static final String WORDS = "'printer' | 'e=printer'";

    private final World world;
    private final Asking asking;
    private final HitQuery hits;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    SearchPlansTest(
            @Autowired Worlds worlds,
            @Autowired Asking asking,
            @Autowired HitQuery hits,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        this.asking = asking;
        this.hits = hits;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeAll
    void manyDocuments() {
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        owner.sql("""
                        insert into search_document (workspace_id, ticket_id, part, period, tokens)
                        select :w, gen_random_uuid(), 0, i / 2000, array_to_tsvector(array['word' || i % 500, 'other' || i])
                            || case when i % 2 = 0 then array_to_tsvector(array['printer', 'e=printer', 's=printer']) else '' end
                        from generate_series(1, :n) as i
                        """).param("w", world.workspace()).param("n", DOCUMENTS).update();
        // As the indexer leaves it: what lies unsorted would count as cost of every question.
        owner.sql("select search_sorted()").query(Long.class).single();
        owner.sql("analyze search_document").update();
    }

    @Test
    void newest_hits_of_some_periods_are_read_from_the_index() {
        for (boolean alone : List.of(true, false)) {
            HitQuery.Range range = new HitQuery.Range(18, 20, false, alone);
            assertIndexed(HitQuery.newestSql(world.workspace(), WORDS, range, 1_000));
        }
    }

    @Test
    void newest_hits_of_many_periods_are_read_from_the_index() {
        for (boolean alone : List.of(true, false)) {
            HitQuery.Range range = new HitQuery.Range(0, 400, false, alone);
            assertIndexed(HitQuery.newestSql(world.workspace(), "'word7'", range, 1_000));
        }
    }

    @Test
    void rare_hits_are_read_from_the_index() {
        for (boolean alone : List.of(true, false)) {
            assertIndexed(HitQuery.newestSql(world.workspace(), "'word7'", HitQuery.Range.all(alone), 1_000));
        }
    }

    @Test
    void whether_there_are_a_few_hits_is_read_from_the_index() {
        for (boolean alone : List.of(true, false)) {
            assertIndexed(HitQuery.rareHasMoreThanSql(world.workspace(), "'word7'", alone, 4));
        }
    }

    @Test
    void a_workspace_is_alone_in_the_index_while_others_have_hardly_any_documents() {
        assertThat(new VocabularyStore.Size(1_000_000, 1_010_000).isAlone()).isTrue();
        assertThat(new VocabularyStore.Size(1_000_000, -1).isAlone()).isTrue();
        assertThat(new VocabularyStore.Size(5_000, 1_000_000).isAlone()).isFalse();
    }

    @Test
    void another_workspaces_documents_are_never_hits() {
        for (boolean alone : List.of(true, false)) {
            HitQuery.Range everything = HitQuery.Range.all(alone);
            assertThat(hits.tickets(world.workspace(), "'word7'", everything)).hasSize(DOCUMENTS / 500);
            assertThat(hits.tickets(new UUID(1, 1), "'word7'", everything)).isEmpty();
            assertThat(hits.rareHasMoreThan(world.workspace(), "'word7'", alone, DOCUMENTS / 500 - 1))
                    .isTrue();
            assertThat(hits.rareHasMoreThan(world.workspace(), "'word7'", alone, DOCUMENTS / 500))
                    .isFalse();
        }
    }

    @Test
    void older_hits_are_read_from_the_index() {
        assertIndexed(HitQuery.afterSql(
                world.workspace(),
                question(),
                new DepartmentSight(true, List.of()),
                new HitQuery.Range(18, 20, false, true),
                HitQuery.Hit.NEWEST,
                26));
    }

    @Test
    void what_may_be_seen_is_asked_by_id() {
        assertIndexed(HitQuery.keptSql(
                world.workspace(), question(), new DepartmentSight(true, List.of()), List.of(new UUID(1, 1))));
    }

    @Test
    void a_word_is_not_rare_when_its_stem_is_common() {
        JdbcClient.create(TestDatabase.owner())
                .sql(
                        "insert into search_word (workspace_id, word, documents) values (:w, 'παραγγελια', 5000), (:w, 'happy', 5000)")
                .param("w", world.workspace())
                .update();
        assertThat(asked("παραγγελίας ").isRare()).isFalse();
        assertThat(asked("happiness ").isRare()).isFalse();
        assertThat(asked("zyxquartz ").isRare()).isTrue();
    }

    @Test
    void a_word_is_not_rare_when_a_tag_is_called_so() {
        world.olga().post("/api/v1/tags", Map.of("name", "Important")).mustBe(201);
        assertThat(asked("important").isRare()).isFalse();
        assertThat(asked("impo").isRare()).isFalse();
    }

    @Test
    void a_question_for_a_day_passes_over_periods_without_it() {
        String code = world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "A printer",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It prints.")))
                .mustBe(201)
                .text("/code");
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        owner.sql("""
                        insert into search_document (workspace_id, ticket_id, part, period, tokens)
                        select :w, id, 0, 0, array_to_tsvector(array['printer']) from ticket where workspace_id = :w and code = :code
                        on conflict (workspace_id, ticket_id, part) do update set period = 0
                        """).param("w", world.workspace()).param("code", code).update();
        owner.sql("""
                        insert into search_period (workspace_id, period, oldest, newest)
                        select :w, i, now() + sign(i) * interval '9 days' - interval '1 day', now() + sign(i) * interval '9 days'
                            + interval '1 day' from generate_series(0, 20) as i
                        on conflict (workspace_id, period) do update set oldest = excluded.oldest, newest = excluded.newest
                        """).param("w", world.workspace()).update();
        owner.sql("""
                        insert into search_size (workspace_id, documents) values (:w, :n)
                        on conflict (workspace_id) do update set documents = excluded.documents
                        """).param("w", world.workspace()).param("n", DOCUMENTS).update();
        owner.sql("""
                        insert into search_word (workspace_id, word, documents) values (:w, 'printer', :n)
                        on conflict (workspace_id, word) do update set documents = excluded.documents
                        """).param("w", world.workspace()).param("n", DOCUMENTS).update();
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        JsonNode page = world.olga()
                .get("/api/v1/search?kind=tickets&q=printer%20before:" + day)
                .mustBe(200)
                .body();
        assertThat(page.at("/tickets")).hasSize(1);
        assertThat(page.at("/tickets/0/code").asString()).isEqualTo(code);
        assertThat(page.at("/next").isNull()).isTrue();
    }

    private Question asked(String typed) {
        return Workspaces.call(
                world.workspace(),
                () -> Objects.requireNonNull(
                        transaction.execute(status -> asking.question(world.ownerActor(), typed, Map.of()))));
    }

    private Question question() {
        return asked("printer");
    }

    private void assertIndexed(Sql sql) {
        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            String plan = Workspaces.call(
                    world.workspace(),
                    () -> transaction.execute(status -> {
                        jdbc.sql("set local plan_cache_mode = " + mode).update();
                        return String.join(
                                "\n",
                                jdbc.sql("explain (costs off) " + sql.text())
                                        .params(sql.values())
                                        .query(Row.as(row -> row.text("QUERY PLAN")))
                                        .list());
                    }));
            assertThat(plan).as(mode).doesNotContain("Seq Scan");
        }
    }
}
