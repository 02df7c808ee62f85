package org.fourleaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code /demo} as they are shipped, read for the tests that judge them. */
final class DemoContent {

    static final List<String> LANGUAGES = List.of("en", "lt", "el", "zh");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoContent() {}

    static JsonNode read(String name) {
        try (var in = DemoContent.class.getResourceAsStream("/demo/" + name + ".json")) {
            assertThat(in).as("%s.json", name).isNotNull();
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> scripts() {
        return LANGUAGES.stream()
                .flatMap(language -> read("conversations-" + language).valueStream());
    }

    static Stream<JsonNode> everyFile() {
        var others = Stream.of("company", "customers", "notes", "pause-reasons");
        return Stream.concat(others, LANGUAGES.stream().map(language -> "conversations-" + language))
                .map(DemoContent::read);
    }

    /** All strings of a file, one a line: the JSON's own braces are no placeholders. */
    static String text(JsonNode node) {
        return node.isString()
                ? node.asString()
                : node.valueStream().map(DemoContent::text).collect(Collectors.joining("\n"));
    }

    static List<String> strings(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString()).toList();
    }
}
