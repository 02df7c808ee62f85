package org.fourleaf.imports;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a line, taken out one by one under the type each must have; whoever takes the last one asks that
 * {@link #nothingElse} is left. JSON's null is as good as no field. Every refusal names the field.
 */
final class Fields {

    /** Clocks differ, and some write local time as if it were UTC. */
    private static final Duration FUTURE_MAX = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LANGUAGE_LENGTH_MAX = 35;
    private static final int CUSTOM_FIELDS_MAX = 100;
    private static final int CUSTOM_NAME_LENGTH_MAX = 100;

    private final ObjectNode node;
    private final String path;
    private final Set<String> taken = new HashSet<>();

    Fields(ObjectNode node) {
        this(node, "");
    }

    private Fields(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** @throws BadLine naming a field that nobody asked for */
    void nothingElse() {
        for (String name : node.propertyNames()) {
            if (!taken.contains(name)) {
                throw bad(Texts.cut(Texts.line(name), Limits.NAME_LENGTH_MAX), "There is no such field.");
            }
        }
    }

    /** Running text, as it is but for characters no database can hold. */
    @Nullable
    String textOrNull(String name, int lengthMax) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw bad(name, "This must be text.");
        }
        String text = Texts.clean(value.stringValue());
        if (text.length() > lengthMax) {
            throw bad(name, "At most " + lengthMax + " characters.");
        }
        return text;
    }

    /** Text of one line; none when it is blank. */
    @Nullable
    String lineOrNull(String name, int lengthMax) {
        String text = textOrNull(name, lengthMax);
        return text == null ? null : Texts.orNull(Texts.line(text));
    }

    String line(String name, int lengthMax) {
        return needed(name, lineOrNull(name, lengthMax));
    }

    @Nullable
    String emailOrNull(String name) {
        String text = lineOrNull(name, Limits.EMAIL_LENGTH_MAX);
        return text == null
                ? null
                : EmailAddress.ofLenient(text).orElseThrow(() -> bad(name, "This must be an e-mail address."));
    }

    String email(String name) {
        return needed(name, emailOrNull(name));
    }

    /** A moment that has been, give or take a day. */
    @Nullable
    Instant pastOrNull(String name, Clock clock) {
        Instant moment = instantOrNull(name);
        if (moment != null && moment.isAfter(clock.instant().plus(FUTURE_MAX))) {
            throw bad(name, "This lies in the future.");
        }
        return moment;
    }

    Instant past(String name, Clock clock) {
        return needed(name, pastOrNull(name, clock));
    }

    @Nullable
    Instant instantOrNull(String name) {
        String text = lineOrNull(name, Limits.NAME_LENGTH_MAX);
        if (text == null) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw bad(name, "This must lie between 1970 and 2200.");
            }
            return moment;
        } catch (DateTimeException e) {
            throw bad(name, "This must be a time such as 2026-03-02T09:15:00Z.");
        }
    }

    /** A whole number from least to most. */
    @Nullable
    Long numberOrNull(String name, long least, long most) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw bad(name, "This must be a whole number.");
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw bad(name, "This must be from %d to %d.".formatted(least, most));
        }
        return number;
    }

    @Nullable
    BigDecimal decimalOrNull(String name, int integerDigitsMax, int scaleMax) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw bad(name, "This must be a number.");
        }
        BigDecimal number = value.decimalValue();
        if (number.precision() - number.scale() > integerDigitsMax || number.scale() > scaleMax) {
            throw bad(name, "At most %d digits before and %d after the point.".formatted(integerDigitsMax, scaleMax));
        }
        return number;
    }

    @Nullable
    Boolean flagOrNull(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw bad(name, "This must be true or false.");
        }
        return value.booleanValue();
    }

    /** One of the words an enum goes by outside. */
    <E extends Enum<E>> @Nullable E wordOrNull(String name, E[] words, Function<E, String> outside) {
        String text = lineOrNull(name, Limits.NAME_LENGTH_MAX);
        if (text == null) {
            return null;
        }
        for (E word : words) {
            if (outside.apply(word).equals(text)) {
                return word;
            }
        }
        throw bad(name, "One of " + Arrays.stream(words).map(outside).collect(Collectors.joining(", ")) + ".");
    }

    @Nullable
    String wordOrNull(String name, List<String> words) {
        String text = lineOrNull(name, Limits.NAME_LENGTH_MAX);
        if (text != null && !words.contains(text)) {
            throw bad(name, "One of " + String.join(", ", words) + ".");
        }
        return text;
    }

    @Nullable
    String languageOrNull(String name) {
        String text = lineOrNull(name, LANGUAGE_LENGTH_MAX);
        if (text != null && !text.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw bad(name, "This must be a language such as lt or en-GB.");
        }
        return text;
    }

    @Nullable
    String zoneOrNull(String name) {
        String text = lineOrNull(name, Limits.NAME_LENGTH_MAX);
        if (text != null && !ZoneId.getAvailableZoneIds().contains(text)) {
            throw bad(name, "This must be a time zone such as Europe/Vilnius.");
        }
        return text;
    }

    /** Texts of one line, without empty and doubled ones. */
    @Nullable
    List<String> linesOrNull(String name, int lengthMax, int sizeMax) {
        ArrayNode array = arrayOrNull(name, sizeMax);
        if (array == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isString()) {
                throw bad(name, "This must be a list of texts.");
            }
            String line = Texts.line(element.stringValue());
            if (line.length() > lengthMax) {
                throw bad(name, "At most " + lengthMax + " characters each.");
            }
            if (!line.isEmpty() && !lines.contains(line)) {
                lines.add(line);
            }
        }
        return lines;
    }

    @Nullable
    Fields objectOrNull(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            throw bad(name, "This must be an object.");
        }
        return new Fields(object, path + name + ".");
    }

    Fields object(String name) {
        return needed(name, objectOrNull(name));
    }

    List<Fields> objects(String name, int sizeMax) {
        ArrayNode array = arrayOrNull(name, sizeMax);
        List<Fields> objects = new ArrayList<>();
        if (array != null) {
            for (int i = 0; i < array.size(); i++) {
                if (!(array.get(i) instanceof ObjectNode object)) {
                    throw bad(name + "[" + i + "]", "This must be an object.");
                }
                objects.add(new Fields(object, path + name + "[" + i + "]."));
            }
        }
        return objects;
    }

    /** Custom fields, a JSON object of texts, numbers and yes or no, as text. */
    @Nullable
    String customFieldsOrNull(String name) {
        Fields fields = objectOrNull(name);
        if (fields == null) {
            return null;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (var entry : fields.node.properties()) {
            String key = Texts.line(entry.getKey());
            JsonNode value = entry.getValue();
            if (key.isEmpty() || key.length() > CUSTOM_NAME_LENGTH_MAX || kept.size() == CUSTOM_FIELDS_MAX) {
                throw bad(
                        name,
                        "At most %d fields, with names of 1 to %d characters."
                                .formatted(CUSTOM_FIELDS_MAX, CUSTOM_NAME_LENGTH_MAX));
            }
            if (value.isString()) {
                kept.put(key, fields.textOrNull(entry.getKey(), Limits.SHORT_TEXT_LENGTH_MAX));
            } else if (value.isNumber() || value.isBoolean()) {
                kept.set(key, value);
            } else if (!value.isNull()) {
                throw fields.bad(key, "This must be text, a number, or true or false.");
            }
        }
        return kept.toString();
    }

    <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw bad(name, "This is needed.");
        }
        return value;
    }

    BadLine bad(String name, String words) {
        return BadLine.at(path + name, words);
    }

    private @Nullable ArrayNode arrayOrNull(String name, int sizeMax) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ArrayNode array)) {
            throw bad(name, "This must be a list.");
        }
        if (array.size() > sizeMax) {
            throw bad(name, "At most " + sizeMax + " of them.");
        }
        return array;
    }

    private @Nullable JsonNode take(String name) {
        taken.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
