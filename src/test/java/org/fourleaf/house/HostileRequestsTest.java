package org.fourleaf.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is put into any field of any call, the answer is never a fault of ours: a body that fits the description is made for each
 * operation, then one field after the other is given each of a set of bad values. A new operation is tried by itself.
 */
@InFourleaf
class HostileRequestsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH_MAX = 4;
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

    /** They change what the rest of the test stands on. */
    private static final Set<String> LEFT_ALONE =
            Set.of("PUT /api/v1/demo", "POST /api/v1/setup", "GET /api/v1/stream");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\ud83d",
            "\u200b\u200d\ufeff",
            "\u202egnp.exe\u202c",
            "é".repeat(500),
            "e" + "\u0301".repeat(300),
            "👨‍👩‍👧‍👦👩🏽‍🚀",
            "שלום عالم",
            "'; drop table ticket; --",
            "%_\\%",
            "{{7*7}}${7*7}<script>alert(1)</script>",
            "../../../etc/passwd",
            "a\r\nBcc: x@example.org",
            "-1",
            "99999999999999999999",
            "NaN",
            "2026-13-45T99:99:99Z",
            "+999999999-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "(((((((((((((((((((((((",
            "a:b \"unclosed -- AND OR NOT",
            "x".repeat(70_000));

    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(0),
            NODES.numberNode(Integer.MAX_VALUE),
            NODES.numberNode(Long.MIN_VALUE),
            NODES.numberNode(1e308),
            NODES.objectNode(),
            NODES.objectNode().put("a", "b"),
            NODES.arrayNode(),
            NODES.arrayNode().add(NODES.nullNode()),
            NODES.arrayNode().add("x").add("x"),
            NODES.arrayNode().add(NODES.arrayNode().add(1)));

    private final World world;
    private final JsonMapper json;
    private final List<String> faults = new ArrayList<>();
    private JsonNode api = NODES.nullNode();

    HostileRequestsTest(@Autowired Worlds worlds, @Autowired JsonMapper json) {
        this.world = worlds.fresh();
        this.json = json;
    }

    @BeforeAll
    void furnish() throws Exception {
        api = json.readTree(Files.readString(Path.of("docs/integrators/openapi.json")));
        world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Here",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "Words"),
                                "tags",
                                List.of("one")))
                .mustBe(201);
        world.olga().post("/api/v1/companies", Map.of("name", "Acme")).mustBe(201);
        world.olga()
                .post("/api/v1/canned-messages", Map.of("name", "Hello", "text", "Hello"))
                .status();
    }

    @Test
    void no_body_breaks_anything() {
        Api olga = world.olga();
        operations((method, path, operation) -> {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            if (schema.isMissingNode()) {
                return;
            }
            String there = at(path);
            for (String nonsense : List.of("", "null", "[]", "{", "\"x\"", "[".repeat(2000), "{\"a\":".repeat(1500))) {
                send(olga, method, there, nonsense, "a body");
            }
            JsonNode sound = sound(schema, 0);
            send(olga, method, there, sound.toString(), "a sound body");
            if (sound instanceof ObjectNode fields) {
                harm(olga, method, there, fields, fields, "");
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void no_query_breaks_anything() {
        Api olga = world.olga();
        operations((method, path, operation) -> {
            if (!method.equals("GET")) {
                return;
            }
            String there = at(path);
            for (JsonNode parameter : operation.at("/parameters")) {
                if (parameter.at("/in").asString().equals("query")) {
                    String name = parameter.at("/name").asString();
                    for (String text : TEXTS) {
                        if (text.length() < 5_000) {
                            String query = name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
                            ask(olga, there + "?" + query);
                        }
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void no_path_breaks_anything() {
        Api olga = world.olga();
        operations((method, path, operation) -> {
            if (path.contains("{")) {
                for (String text : List.of("%00", "%20", "0", "..%2f..", "%F0%9F%98%80", "x".repeat(3_000))) {
                    String there = PLACE.matcher(path).replaceAll(text);
                    if (!there.equals(path)) {
                        note(olga.send(method, there, null, "application/json"), method + " " + shown(there));
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    /** Each field of the body, and of the objects in it, in its turn. */
    private void harm(Api caller, String method, String there, ObjectNode whole, ObjectNode part, String pointer) {
        for (String name : List.copyOf(part.propertyNames())) {
            JsonNode good = part.get(name);
            for (JsonNode bad : VALUES) {
                part.set(name, bad);
                send(caller, method, there, whole.toString(), pointer + "/" + name + " = " + bad);
            }
            for (String text : TEXTS) {
                part.put(name, text);
                send(caller, method, there, escaped(whole), pointer + "/" + name + " = " + shown(text));
            }
            part.set(name, good);
            if (good instanceof ObjectNode inner) {
                harm(caller, method, there, whole, inner, pointer + "/" + name);
            } else if (good instanceof ArrayNode list && list.size() == 1 && list.get(0) instanceof ObjectNode inner) {
                harm(caller, method, there, whole, inner, pointer + "/" + name + "/0");
            }
        }
    }

    /** A lone surrogate has no UTF-8: it travels as an escape. */
    private static String escaped(JsonNode body) {
        return body.toString().replace("\ud83d\"", "\\ud83d\"");
    }

    private void send(Api caller, String method, String there, String body, String what) {
        String asked = method + " " + there + " " + what;
        try {
            note(put(caller, method, there, body), asked);
        } catch (AssertionError e) {
            // A kept connection may be closed while the next request is on its way; twice is no accident.
            try {
                note(put(caller, method, there, body), asked);
            } catch (AssertionError again) {
                faults.add("no answer: " + asked);
            }
        }
    }

    private static Api.Answer put(Api caller, String method, String there, String body) {
        return caller.send(method, there, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    /** An answer that breaks off midway is as bad as a fault. */
    private void ask(Api caller, String there) {
        try {
            note(caller.get(there), "GET " + shown(there));
        } catch (AssertionError e) {
            faults.add("no answer: GET " + shown(there));
        }
    }

    private void note(Api.Answer answer, String what) {
        if (answer.status() >= 500) {
            faults.add(answer.status() + " " + what);
        }
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "… (" + text.length() + ")" : text;
    }

    private interface Visit {
        void operation(String method, String path, JsonNode described);
    }

    private void operations(Visit visit) {
        for (var path : api.at("/paths").properties()) {
            for (var operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                if (!method.equals("DELETE") && !LEFT_ALONE.contains(method + " " + path.getKey())) {
                    visit.operation(method, path.getKey(), operation.getValue());
                }
            }
        }
    }

    /** The path with the first thing of each list it goes through, or with what nobody has. */
    private String at(String path) {
        Matcher place = PLACE.matcher(path);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (place.find()) {
            filled.append(path, from, place.start());
            String list = filled.substring(0, filled.length() - 1);
            filled.append(first(list, place.group(1)));
            from = place.end();
        }
        return filled.append(path.substring(from)).toString();
    }

    private String first(String list, String key) {
        Api.Answer listed = world.olga().get(list + "?limit=1");
        if (listed.status() == 200) {
            JsonNode item = listed.body().at("/items/0");
            for (String name : List.of(key, "id", "code", "name")) {
                if (item.at("/" + name).isString()) {
                    return item.at("/" + name).asString();
                }
            }
        }
        return UUID.randomUUID().toString();
    }

    private JsonNode sound(JsonNode schema, int depth) {
        JsonNode meant = schema.at("/$ref").isString()
                ? api.at(schema.at("/$ref").asString().substring(1))
                : schema;
        JsonNode choices = meant.at("/enum");
        if (choices.size() > 0) {
            return choices.get(0);
        }
        JsonNode types = meant.at("/type");
        String type = types.isArray() ? types.get(0).asString() : types.asString("object");
        return switch (type) {
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(false);
            case "string" -> NODES.stringNode(text(meant.at("/format").asString("")));
            case "array" ->
                depth > DEPTH_MAX ? NODES.arrayNode() : NODES.arrayNode().add(sound(meant.at("/items"), depth + 1));
            default -> fields(meant, depth);
        };
    }

    private ObjectNode fields(JsonNode schema, int depth) {
        ObjectNode fields = NODES.objectNode();
        if (depth <= DEPTH_MAX) {
            Map<String, JsonNode> named = new LinkedHashMap<>();
            schema.at("/properties").properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
            named.forEach((name, inner) -> fields.set(name, sound(inner, depth + 1)));
        }
        return fields;
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> "0192f000-0000-7000-8000-000000000000";
            case "date-time" -> "2026-11-22T10:00:00Z";
            case "date" -> "2026-11-22";
            default -> "words@example.org";
        };
    }
}
