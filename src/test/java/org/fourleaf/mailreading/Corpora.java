package org.fourleaf.mailreading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Test material of other projects, which is not ours to ship; tests that read it skip, and say so, where it is absent. */
final class Corpora {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Corpora() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("fourleaf.corpora", "../shared/corpora"), name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "Skipped: no corpora at " + folder.toAbsolutePath());
        return folder;
    }

    static List<JsonNode> rows(Path jsonl) throws IOException {
        return Files.readAllLines(jsonl).stream()
                .filter(line -> !line.isBlank())
                .map(line -> JSON.readTree(line))
                .toList();
    }

    static String collapsed(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
