package org.fourleaf.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cleans the payloads that other projects test themselves with: none breaks a rule, harmless words stay, nothing is fetched. */
class HtmlCorpusTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FORBIDDEN = Set.of(
            "script iframe frame frameset object embed applet base meta link form foreignobject animate set noscript template portal svg math input button style"
                    .split(" "));

    private final List<String> broken = new ArrayList<>();
    private int cases;

    @Test
    void no_payload_breaks_a_rule() throws IOException {
        for (JsonNode row : rows("payloads.jsonl")) {
            String payload = row.path("payload").asString();
            check(
                    row.path("id").asString(),
                    HtmlCleaning.clean(payload, id -> "/inline/" + id).html());
            check(row.path("id").asString() + " as text", HtmlText.fromText(payload));
            cases++;
        }
        System.out.println("html payloads: " + cases + ", violations " + broken.size());
        assertThat(broken).isEmpty();
    }

    @Test
    void harmless_words_survive() throws IOException {
        for (JsonNode row : rows("benign.jsonl")) {
            String clean = HtmlCleaning.clean(row.path("payload").asString(), id -> null)
                    .html();
            String shown = Jsoup.parse(clean).text();
            JsonNode expected = row.path("expect");
            String id = row.path("id").asString();
            expected.path("must_keep_text")
                    .valueStream()
                    .forEach(words -> that(shown.contains(words.asString()), id + " lost " + words + ": " + clean));
            expected.path("must_not_show")
                    .valueStream()
                    .forEach(words -> that(!shown.contains(words.asString()), id + " shows " + words + ": " + clean));
            expected.path("must_not_contain")
                    .valueStream()
                    .forEach(words -> that(!clean.contains(words.asString()), id + " has " + words));
            expected.path("nice_to_keep_style")
                    .valueStream()
                    .forEach(words -> that(clean.contains(words.asString()), id + " lost style " + words));
            if (expected.has("must_keep_link")) {
                that(
                        clean.contains(
                                "href=\"" + expected.path("must_keep_link").asString()),
                        id + " lost link: " + clean);
            }
        }
        System.out.println("html harmless: " + cases + ", broken " + broken.size());
        assertThat(broken).isEmpty();
    }

    @Test
    void remote_content_is_noticed_and_never_fetched() throws IOException {
        for (JsonNode row : rows("remote_content.jsonl")) {
            HtmlCleaning.CleanHtml clean =
                    HtmlCleaning.clean(row.path("payload").asString(), id -> null);
            that(
                    clean.hasRemoteContent() == row.path("has_remote_content").asBoolean(),
                    row.path("id").asString() + " " + clean);
            that(
                    !clean.html().matches("(?is).*\\s(?:src|srcset|background|poster)\\s*=\\s*[\"']?https?:.*"),
                    row.path("id").asString() + " fetches");
        }
        System.out.println("html remote: " + cases + ", broken " + broken.size());
        assertThat(broken).isEmpty();
    }

    /** The static rule of the corpus, and ours on top: no element but the allowed, no remote source, no style that moves. */
    private void check(String id, String clean) {
        Document document = Jsoup.parse(clean);
        for (Element element : document.body().select("*")) {
            if (FORBIDDEN.contains(element.normalName())) {
                broken.add(id + " keeps " + element.normalName() + ": " + clean);
            }
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                String value = attribute
                        .getValue()
                        .replaceAll("[\\t\\r\\n]", "")
                        .replaceFirst("^[\\x00-\\x20]+", "")
                        .toLowerCase(Locale.ROOT);
                boolean script = value.startsWith("javascript:") || value.startsWith("vbscript:");
                boolean data =
                        value.startsWith("data:") && !value.matches("data:image/(?:png|jpe?g|gif|webp|bmp);base64,.*");
                boolean style = name.equals("style")
                        && value.matches(
                                ".*(?:expression\\(|-moz-binding|behavior:|@import|position|url\\(|:\\s*-\\d).*");
                boolean source = (name.equals("src") || name.equals("srcset") || name.equals("background"))
                        && !value.startsWith("/inline/")
                        && !value.startsWith("data:image/");
                if (name.startsWith("on")
                        || name.equals("srcdoc")
                        || name.equals("id")
                        || name.equals("class")
                        || script
                        || data
                        || style
                        || source) {
                    broken.add(id + " keeps " + attribute + ": " + clean);
                }
            }
        }
    }

    private void that(boolean right, String what) {
        cases++;
        if (!right) {
            broken.add(what);
        }
    }

    private static List<JsonNode> rows(String file) throws IOException {
        Path folder = Path.of(System.getProperty("fourleaf.corpora", "../shared/corpora"), "html");
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "Skipped: no corpora at " + folder.toAbsolutePath());
        return Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }
}
