package org.fourleaf.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fourleaf.Api;
import tools.jackson.databind.JsonNode;

/** Moves lines in and out over HTTP, for the tests of this module. */
record Moving(Api api) {

    /** The import as it is when its stream has been read. */
    JsonNode in(String kind, List<String> lines) {
        Api.Answer answer = api.send(
                        "POST",
                        "/api/v1/imports/" + kind,
                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/imports/" + answer.text("/id"));
        return answer.body();
    }

    JsonNode in(String kind, String... lines) {
        return in(kind, List.of(lines));
    }

    /** Everything goes in, and again changes nothing. */
    void inTwice(String kind, List<String> lines) {
        mustCount(in(kind, lines), lines.size(), 0, 0);
        mustCount(in(kind, lines), 0, lines.size(), 0);
    }

    List<String> out(String kind) {
        return api.get("/api/v1/exports/" + kind).mustBe(200).string().lines().toList();
    }

    static void mustCount(JsonNode ended, int imported, int unchanged, int failed) {
        assertThat(ended.at("/state").asString()).as("%s", ended).isEqualTo("done");
        assertThat(List.of(
                        ended.at("/imported").asInt(),
                        ended.at("/unchanged").asInt(),
                        ended.at("/failed").asInt()))
                .as("imported, unchanged, failed of %s", ended)
                .containsExactly(imported, unchanged, failed);
        assertThat(ended.at("/received").asInt()).isEqualTo(imported + unchanged + failed);
    }

    /** The reason told for the line of the number. */
    static String reason(JsonNode ended, int line) {
        return ended.at("/errors")
                .valueStream()
                .filter(error -> error.at("/line").asInt() == line)
                .map(error -> error.at("/reason").asString())
                .findFirst()
                .orElse("nothing was said of line " + line);
    }
}
