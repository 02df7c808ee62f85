package org.fourleaf.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Greek sentences and the words in them, gathered elsewhere: whoever searches one form finds it, and most of the others. */
class GreekCorpusTest {

    private static final Logger LOG = LoggerFactory.getLogger(GreekCorpusTest.class);
    private static final Path TEXTS = Path.of(System.getProperty("fourleaf.corpora", "../shared/corpora"), "texts");
    private static final double OTHER_FORMS_MIN = 0.6;

    private static final Map<String, Set<String>> WORDS = new HashMap<>();
    private static final List<JsonNode> QUERIES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(TEXTS), "The corpora are not here: " + TEXTS.toAbsolutePath());
        JsonMapper json = new JsonMapper();
        for (String line : Files.readAllLines(TEXTS.resolve("ud_el_sentences.jsonl"))) {
            JsonNode sentence = json.readTree(line);
            Set<String> lexemes = new HashSet<>();
            WordCutting.cut(sentence.at("/text").asString())
                    .forEach(word -> lexemes.addAll(Matching.forms(word.forms())));
            WORDS.put(sentence.at("/id").asString(), lexemes);
        }
        for (String line : Files.readAllLines(TEXTS.resolve("ud_el_queries.jsonl"))) {
            QUERIES.add(json.readTree(line));
        }
    }

    @Test
    void every_form_finds_its_own_sentences_and_most_of_the_others() {
        List<String> missed = new ArrayList<>();
        int others = 0;
        int found = 0;
        for (JsonNode query : QUERIES) {
            for (Map.Entry<String, JsonNode> form : query.at("/forms").properties()) {
                for (JsonNode id : form.getValue()) {
                    if (!finds(form.getKey(), id.asString())) {
                        missed.add(form.getKey() + " in " + id.asString());
                    }
                    for (Map.Entry<String, JsonNode> other : query.at("/forms").properties()) {
                        if (!other.getKey().equals(form.getKey())) {
                            others++;
                            found += finds(other.getKey(), id.asString()) ? 1 : 0;
                        }
                    }
                }
            }
        }
        LOG.info("Greek: of {} sentences with another form of the word {} are found", others, found);
        assertThat(missed).isEmpty();
        assertThat((double) found / others).isGreaterThan(OTHER_FORMS_MIN);
    }

    private static boolean finds(String typed, String sentence) {
        Set<String> lexemes = WORDS.getOrDefault(sentence, Set.of());
        return Matching.asked(WordCutting.cut(typed)).stream()
                .allMatch(word -> Matching.forms(word.forms()).stream().anyMatch(lexemes::contains));
    }
}
