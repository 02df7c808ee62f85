package org.fourleaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The canned messages, answers and templates of a fresh workspace: complete and alike in every language. */
class ShippedTextsTest {

    private static final List<String> LANGUAGES = List.of("en", "lt", "el", "zh");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> ANSWER_VARIABLES = Set.of(
            "customer.first_name",
            "ticket.code",
            "ticket.subject",
            "agent.name",
            "company.name",
            "department.name",
            "department.hours");
    private static final Set<String> TEMPLATE_VARIABLES = Set.of(
            "ticket.code",
            "ticket.subject",
            "agent.name",
            "company.name",
            "department.name",
            "department.hours",
            "access.link",
            "survey.question");

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"canned-messages", "predefined-answers", "templates"})
    void every_language_has_the_same_texts_in_the_same_order(String kind) throws IOException {
        var english = keys(kind, "en");
        assertThat(english).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        for (var language : LANGUAGES)
            assertThat(keys(kind, language)).as(language).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canned-messages", "predefined-answers"})
    void an_answer_uses_known_variables_and_can_be_found_by_its_keywords(String kind) throws IOException {
        for (var language : LANGUAGES)
            for (var text : texts(kind, language)) {
                var which = kind + " " + language + " " + text.path("key").asString();
                assertThat(text.path("name").asString()).as(which).isNotBlank();
                assertThat(text.path("keywords")).as(which).hasSizeGreaterThanOrEqualTo(2);
                assertThat(ANSWER_VARIABLES).as(which).containsAll(variables(text.path("html")));
                assertHarmless(which, text.path("html").asString());
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt", "el", "zh"})
    void a_template_has_a_subject_and_names_what_is_known(String language) throws IOException {
        for (var template : texts("templates", language)) {
            var which = language + " " + keyOf(template);
            assertThat(template.path("html").asString()).as(which).isNotBlank();
            assertThat(TEMPLATE_VARIABLES).as(which).containsAll(variables(template.path("subject")));
            assertThat(TEMPLATE_VARIABLES).as(which).containsAll(variables(template.path("html")));
            assertHarmless(which, template.path("html").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lt", "el", "zh"})
    void a_translated_template_says_everything_the_english_one_does(String language) throws IOException {
        var english = texts("templates", "en");
        var translated = texts("templates", language);
        for (int i = 0; i < english.size(); i++)
            assertThat(variables(translated.get(i).path("html")))
                    .as(keyOf(english.get(i)))
                    .isEqualTo(variables(english.get(i).path("html")));
    }

    /** Variables stand where links will; jsoup drops such links as relative ones, so they are named first. */
    private static void assertHarmless(String which, String html) {
        var linked = html.replaceAll("href=\"\\{[a-z_.]+}\"", "href=\"https://example.com/\"");
        assertThat(Jsoup.isValid(linked, Safelist.basic())).as(which).isTrue();
    }

    private List<String> keys(String kind, String language) throws IOException {
        return texts(kind, language).valueStream().map(ShippedTextsTest::keyOf).toList();
    }

    /** Templates go by what they are for. */
    private static String keyOf(JsonNode text) {
        return text.has("key") ? text.path("key").asString() : text.path("kind").asString();
    }

    private static Set<String> variables(JsonNode text) {
        var found = new TreeSet<String>();
        VARIABLE.matcher(text.asString()).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private JsonNode texts(String kind, String language) throws IOException {
        try (var in = ShippedTextsTest.class.getResourceAsStream("/texts/%s-%s.json".formatted(kind, language))) {
            assertThat(in).as("%s-%s.json", kind, language).isNotNull();
            return json.readTree(in);
        }
    }
}
