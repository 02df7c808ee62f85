package org.fourleaf.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the company from the files that ship with Fourleaf. */
@Component
class CompanyReading {

    static final List<String> LANGUAGES = List.of("en", "lt", "el", "zh");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Company read() {
        Map<String, List<Script>> scripts = new HashMap<>();
        for (String language : LANGUAGES) {
            scripts.put(
                    language,
                    JSON.convertValue(tree("conversations-" + language), new TypeReference<List<Script>>() {}));
        }
        Map<String, List<String>> notes = new HashMap<>();
        for (JsonNode note : tree("notes")) {
            notes.computeIfAbsent(note.path("language").asString(), language -> new ArrayList<>())
                    .add(note.path("text").asString());
        }
        return new Company(
                JSON.convertValue(tree("company"), Company.Staff.class),
                JSON.convertValue(tree("customers").path("customers"), new TypeReference<List<Company.Client>>() {}),
                scripts,
                notes,
                JSON.convertValue(tree("pause-reasons"), new TypeReference<List<Company.PauseReason>>() {}));
    }

    private static JsonNode tree(String name) {
        try (InputStream in = CompanyReading.class.getResourceAsStream("/demo/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("demo/" + name + ".json is not in the jar");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
