package org.fourleaf.mailreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Splits the replies that seven other projects test themselves with: nothing new may be hidden, then little old left over. */
class QuoteCorpusTest {
    /** Time of the thread, not of the clock: a busy machine must not fail a test. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final Duration SPLIT_TIME_MAX = Duration.ofSeconds(1);

    private final List<String> hidden = new ArrayList<>();
    private final List<String> leftOver = new ArrayList<>();
    private final List<String> inexact = new ArrayList<>();
    private int cases;
    private int exactCases;

    @Test
    void nothing_new_is_hidden_and_hardly_anything_old_is_left_over() throws IOException {
        Path folder = Corpora.folder("quotes");
        for (JsonNode row : Corpora.rows(folder.resolve("expected.jsonl"))) {
            if (row.has("file")) {
                split(row, Files.readString(folder.resolve(row.path("file").asString())));
            }
        }
        System.out.println("quotes: " + cases + " cases, hidden " + hidden.size() + ", left over " + leftOver.size()
                + ", exact " + (exactCases - inexact.size()) + " of " + exactCases);
        leftOver.forEach(line -> System.out.println("left over: " + line));
        inexact.forEach(line -> System.out.println("inexact: " + line));
        assertThat(hidden).isEmpty();
        assertThat(leftOver).hasSizeLessThanOrEqualTo(cases / 50);
    }

    private void split(JsonNode row, String input) {
        cases++;
        long start = CPU.getCurrentThreadCpuTime();
        boolean html = row.path("kind").asString().equals("html");
        String fresh = html
                ? QuoteSplitting.html(input).fresh()
                : QuoteSplitting.text(input).fresh();
        Duration took = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);
        assertThat(took).as(row.path("id").asString()).isLessThan(SPLIT_TIME_MAX);
        check(row, input, fresh);
    }

    private void check(JsonNode row, String input, String fresh) {
        String id = row.path("id").asString();
        JsonNode expected = row.path("expect");
        String shown = Corpora.collapsed(fresh);
        List<String> mustShow = new ArrayList<>(Corpora.strings(expected.path("must_contain")));
        mustShow.addAll(Corpora.strings(expected.path("visible_text_nodes")));
        for (String words : mustShow) {
            if (!shown.contains(Corpora.collapsed(words))) {
                hidden.add(id + ": " + words);
            }
        }
        if (expected.has("must_start")
                && !shown.startsWith(
                        Corpora.collapsed(expected.path("must_start").asString()))) {
            hidden.add(id + " must start " + expected.path("must_start"));
        }
        if (expected.path("reply_is_whole_text").asBoolean(false) && !shown.equals(Corpora.collapsed(input))) {
            hidden.add(id + " must be whole");
        }
        for (String words : Corpora.strings(expected.path("must_not_contain"))) {
            if (shown.contains(Corpora.collapsed(words))) {
                leftOver.add(id + ": " + words);
            }
        }
        marker(id, expected, input, shown);
        if (expected.has("reply_equals")) {
            exactCases++;
            String wanted = Corpora.collapsed(expected.path("reply_equals").asString());
            if (!shown.equals(wanted)) {
                inexact.add(id + ": <" + shown.substring(0, Math.min(300, shown.length())) + ">");
                if (!expected.path("optional").asBoolean(false) && !shown.contains(wanted)) {
                    hidden.add(id + " reply_equals");
                }
            }
        }
    }

    /** What stands before the line another project cuts at. */
    private void marker(String id, JsonNode expected, String input, String shown) {
        if (!expected.has("visible_until_line")) {
            return;
        }
        exactCases++;
        List<String> lines = input.lines().toList();
        String before = Corpora.collapsed(String.join(
                "\n", lines.subList(0, expected.path("visible_until_line").asInt())));
        if (!shown.equals(before)) {
            inexact.add(id + ": <" + shown + "> wanted <" + before + ">");
        }
        if (!shown.contains(before)) {
            hidden.add(id + " before the marker");
        }
    }
}
