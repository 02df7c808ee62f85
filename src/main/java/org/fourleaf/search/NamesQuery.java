package org.fourleaf.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom and what a name means: agents, departments, tags. Names are compared without case and diacritics, and may be begun only. */
@Component
class NamesQuery {

    private static final int NAMES_MAX = 5_000;

    /** Names whose words are kept, of all workspaces; a name always has the same ones. */
    private static final int NAMES_CUT_MAX = 20_000;

    private record Named(UUID id, String name, String address) {}

    private final Cache<String, Set<String>> cut =
            Caffeine.newBuilder().maximumSize(NAMES_CUT_MAX).build();
    private final JdbcClient jdbc;

    NamesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, address, the address's local part, or the beginning of a name. */
    List<UUID> agents(UUID workspace, String typed) {
        return meant(
                all("select id, name, email as address from agent where workspace_id = :w limit :max", workspace),
                typed);
    }

    List<UUID> departments(UUID workspace, String typed) {
        return meant(
                all("select id, name, '' as address from department where workspace_id = :w limit :max", workspace),
                typed);
    }

    /** By id or the whole name. */
    List<UUID> tags(UUID workspace, String typed) {
        String key = key(typed);
        return all("select id, name, '' as address from tag where workspace_id = :w limit :max", workspace).stream()
                .filter(tag -> key(tag.name).equals(key) || tag.id.toString().equals(key))
                .map(Named::id)
                .toList();
    }

    /** Those of whose names some word is one of these; the last typed may be a beginning. */
    List<TagWord> tagWords(UUID workspace) {
        List<TagWord> words = new ArrayList<>();
        for (Named tag : all("select id, name, '' as address from tag where workspace_id = :w limit :max", workspace)) {
            words.add(new TagWord(tag.id, cut.get(tag.name, NamesQuery::lexemes)));
        }
        return words;
    }

    /** A tag and the words of its name in all their forms. */
    record TagWord(UUID id, Set<String> lexemes) {}

    private static Set<String> lexemes(String name) {
        Set<String> lexemes = new HashSet<>();
        WordCutting.cut(name).forEach(word -> lexemes.addAll(Matching.forms(word.forms())));
        return Set.copyOf(lexemes);
    }

    private List<Named> all(String sql, UUID workspace) {
        return jdbc.sql(sql)
                .param("w", workspace)
                .param("max", NAMES_MAX)
                .query(Row.as(row -> new Named(row.uuid("id"), row.text("name"), row.text("address"))))
                .list();
    }

    /** The whole name wins over beginnings. */
    private static List<UUID> meant(List<Named> all, String typed) {
        String key = key(typed);
        List<UUID> whole = new ArrayList<>();
        List<UUID> begun = new ArrayList<>();
        for (Named one : all) {
            String name = key(one.name);
            if (name.equals(key) || one.address.equals(key) || one.id.toString().equals(key)) {
                whole.add(one.id);
            } else if ((" " + name).contains(" " + key) || one.address.startsWith(key + "@")) {
                begun.add(one.id);
            }
        }
        return whole.isEmpty() ? begun : whole;
    }

    private static String key(String name) {
        return WordCutting.fold(Texts.key(name));
    }
}
