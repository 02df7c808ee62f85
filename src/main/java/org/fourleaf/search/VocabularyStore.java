package org.fourleaf.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which words there are and in how many documents: what begins with a few letters, what looks alike, what is rare. The numbers follow
 * every change of the index, so a word that nobody says any more goes.
 */
@Component
class VocabularyStore {

    /** Of the words that begin alike, the most used so many are taken. */
    static final int BEGINNINGS_MAX = 50;

    /** Looked at to find them. */
    private static final int BEGINNINGS_LOOKED_AT_MAX = 8_000;

    private static final int ALIKE_LOOKED_AT_MAX = 30;

    /** So many rows of others a question may have to look at because a word that is rare here is common there. */
    private static final int OTHERS_DOCUMENTS_MAX = 20_000;

    /** A word and in how many documents it stands. */
    record Used(String word, long documents) {}

    /**
     * How large the index is.
     *
     * @param documents how many a workspace has had
     * @param everybodys how many there are in all workspaces, as the planner's statistics estimate
     */
    record Size(long documents, long everybodys) {

        /** Whether next to nobody else has documents. */
        boolean isAlone() {
            return everybodys - documents <= OTHERS_DOCUMENTS_MAX;
        }
    }

    private final JdbcClient jdbc;

    VocabularyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one order, so that two who change it at once wait for each other. */
    void change(UUID workspace, Map<String, Integer> change) {
        if (change.isEmpty()) {
            return;
        }
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(change.entrySet());
        entries.sort(Map.Entry.comparingByKey());
        Columns<Map.Entry<String, Integer>> columns = Columns.of(entries);
        jdbc.sql("""
                        insert into search_word as v (workspace_id, word, documents)
                        select :w, c.* from unnest(:words, cast(:ns as bigint[])) as c(word, documents)
                        on conflict (workspace_id, word) do update set documents = v.documents + excluded.documents
                        """)
                .param("w", workspace)
                .param("words", columns.texts(Map.Entry::getKey))
                .param("ns", columns.texts(entry -> entry.getValue().toString()))
                .update();
        List<String> fewer = entries.stream()
                .filter(entry -> entry.getValue() < 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!fewer.isEmpty()) {
            jdbc.sql("delete from search_word where workspace_id = :w and word = any (:words) and documents <= 0")
                    .param("w", workspace)
                    .param("words", Sql.bind(fewer))
                    .update();
        }
    }

    /** Words unknown are left out. */
    Map<String, Long> documents(UUID workspace, Collection<String> words) {
        Map<String, Long> known = new HashMap<>();
        if (!words.isEmpty()) {
            jdbc.sql("select word, documents from search_word where workspace_id = :w and word = any (:words)")
                    .param("w", workspace)
                    .param("words", Sql.bind(words))
                    .query(Row.as(VocabularyStore::used))
                    .list()
                    .forEach(used -> known.put(used.word, used.documents));
        }
        return known;
    }

    /** The most used first. */
    List<Used> beginningWith(UUID workspace, String start) {
        return jdbc.sql("""
                        select word, documents from (
                            select word, documents from search_word
                            where workspace_id = :w and word ^@ :start order by word limit :looked
                        ) as v where documents > 0 order by documents desc, word limit :max
                        """)
                .param("w", workspace)
                .param("start", start)
                .param("looked", BEGINNINGS_LOOKED_AT_MAX)
                .param("max", BEGINNINGS_MAX)
                .query(Row.as(VocabularyStore::used))
                .list();
    }

    /** In how many documents words stand that begin so, each counted for itself: never fewer than say one of them. */
    long beginningDocuments(UUID workspace, String start) {
        return jdbc.sql("""
                        select coalesce(sum(documents), 0)::bigint as n from (
                            select documents from search_word
                            where workspace_id = :w and word ^@ :start order by word limit :looked
                        ) as v
                        """)
                .param("w", workspace)
                .param("start", start)
                .param("looked", BEGINNINGS_LOOKED_AT_MAX)
                .query(Row.as(row -> row.big("n")))
                .single();
    }

    /** By trigrams, the most alike first. */
    List<Used> alike(String word) {
        return jdbc.sql("select word, documents from words_like(:word, :max)")
                .param("word", word)
                .param("max", ALIKE_LOOKED_AT_MAX)
                .query(Row.as(VocabularyStore::used))
                .list();
    }

    Size size(UUID workspace) {
        return jdbc.sql("""
                        select documents, (select reltuples from pg_class where oid = 'search_document'::regclass)::bigint as everybodys
                        from search_size where workspace_id = :w
                        """)
                .param("w", workspace)
                .query(Row.as(row -> new Size(row.big("documents"), row.big("everybodys"))))
                .optional()
                .orElse(new Size(0, 0));
    }

    private static Used used(Row row) throws java.sql.SQLException {
        return new Used(row.text("word"), row.big("documents"));
    }
}
