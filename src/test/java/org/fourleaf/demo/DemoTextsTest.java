package org.fourleaf.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.demo.DemoContent.LANGUAGES;
import static org.fourleaf.demo.DemoContent.everyFile;
import static org.fourleaf.demo.DemoContent.read;
import static org.fourleaf.demo.DemoContent.scripts;
import static org.fourleaf.demo.DemoContent.strings;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demonstration's conversation scripts are whole, use the product's words and can reach nobody real. */
class DemoTextsTest {

    private static final Map<String, Integer> SCRIPTS_AT_LEAST = Map.of("en", 55, "lt", 45, "el", 30, "zh", 30);
    private static final int TURNS_MAX = 8;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> PLACEHOLDERS =
            Set.of("customer", "customer_name", "agent", "order", "date", "tracking", "amount");
    private static final Pattern ADDRESS_DOMAIN = Pattern.compile("[\\w.+-]+@([\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern LINK_HOST = Pattern.compile("https?://([^/\\s\"<]+)");
    private static final Pattern EXAMPLE_DOMAIN = Pattern.compile("(?:.+\\.)?example(?:\\.(?:com|net|org))?");

    @Test
    void every_language_has_its_own_scripts() {
        for (var language : LANGUAGES) {
            var scripts = read("conversations-" + language);
            assertThat(scripts).as(language).hasSizeGreaterThanOrEqualTo(SCRIPTS_AT_LEAST.getOrDefault(language, 1));
            assertThat(strings(scripts, "key")).as(language).doesNotHaveDuplicates();
            assertThat(strings(scripts, "subject")).as(language).doesNotHaveDuplicates();
            assertThat(strings(scripts, "state"))
                    .as(language)
                    .contains("new", "open", "answered", "pending", "resolved", "spam");
            assertThat(strings(scripts, "channel")).as(language).contains("email", "chat", "form", "call");
        }
    }

    @Test
    void a_script_uses_words_the_product_knows() {
        var departments = strings(read("company").path("departments"), "key");
        scripts().forEach(script -> {
            var which = name(script);
            assertThat(script.path("department").asString()).as(which).isIn(departments);
            assertThat(script.path("type").asString()).as(which).isIn("question", "problem", "complaint", "request");
            assertThat(script.path("priority").asString()).as(which).isIn("low", "normal", "high", "urgent");
            assertThat(script.path("channel").asString()).as(which).isIn("email", "chat", "form", "api", "call");
            assertThat(script.path("rating").path("value").asString())
                    .as(which)
                    .isIn("reward", "neutral", "rebuke", "none");
            for (var turn : script.path("turns")) {
                assertThat(turn.path("text").asString()).as(which).isNotBlank();
                for (var file : turn.path("attachments"))
                    assertThat(file.asString()).as(which).matches("[a-z0-9-]+\\.(jpg|png|pdf)");
            }
        });
    }

    @Test
    void a_script_ends_in_the_state_its_turns_lead_to() {
        scripts().forEach(script -> {
            var which = name(script);
            var speakers = strings(script.path("turns"), "from");
            assertThat(speakers).as(which).hasSizeBetween(1, TURNS_MAX).isSubsetOf("customer", "agent", "note");
            var answered = speakers.contains("agent");
            var last = speakers.stream()
                    .filter(speaker -> !"note".equals(speaker))
                    .reduce("", (before, speaker) -> speaker);
            switch (script.path("state").asString()) {
                case "new", "spam" -> assertThat(answered).as(which).isFalse();
                case "open" ->
                    assertThat(answered && "customer".equals(last)).as(which).isTrue();
                case "answered" -> assertThat(last).as(which).isEqualTo("agent");
                case "pending", "postponed" -> assertThat(answered).as(which).isTrue();
                default -> assertThat(script.path("state").asString()).as(which).isEqualTo("resolved");
            }
            if (!"none".equals(script.path("rating").path("value").asString()))
                assertThat(answered).as(which).isTrue();
        });
    }

    @Test
    void a_conversation_takes_no_longer_than_a_fortnight() {
        scripts()
                .forEach(script -> assertThat(script.path("turns")
                                .valueStream()
                                .map(turn -> Duration.parse(turn.path("after").asString()))
                                .reduce(Duration.ZERO, Duration::plus))
                        .as(name(script))
                        .isLessThanOrEqualTo(Duration.ofDays(14)));
    }

    @Test
    void only_known_placeholders_are_left_for_the_filler() {
        var used = everyFile()
                .flatMap(file -> PLACEHOLDER.matcher(DemoContent.text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrderElementsOf(PLACEHOLDERS);
    }

    @Test
    void nothing_points_outside_the_domains_reserved_for_examples() {
        var hosts = everyFile()
                .map(DemoContent::text)
                .flatMap(text -> Stream.concat(
                        ADDRESS_DOMAIN.matcher(text).results(),
                        LINK_HOST.matcher(text).results()))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(hosts)
                .hasSizeGreaterThan(20)
                .allMatch(host -> EXAMPLE_DOMAIN.matcher(host).matches());
    }

    private static String name(JsonNode script) {
        return script.path("key").asString() + " " + script.path("subject").asString();
    }
}
