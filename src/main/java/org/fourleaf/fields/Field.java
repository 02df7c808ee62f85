package org.fourleaf.fields;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One custom field. Its key and type stay for life, because values are stored by them. An archived one is asked no more, its values are
 * still shown.
 *
 * @param key what its values are stored and addressed by: {@code fields.<key>}
 * @param options what a list offers, in order
 * @param order where it stands among its subject's fields, ascending
 */
public record Field(
        UUID id,
        FieldSubject subject,
        String key,
        String name,
        FieldType type,
        List<String> options,
        FieldNeed required,
        long order,
        @Nullable String help,
        boolean archived,
        long version) {

    private static final int DIGITS_MAX = 30;

    public Field {
        options = List.copyOf(options);
    }

    /** The value as it is stored. @throws Refusal invalid, at the pointer, when it is not of the field's type */
    JsonNode value(JsonNode given, String pointer) {
        return switch (type) {
            case TEXT -> text(given, pointer);
            case NUMBER -> number(given, pointer);
            case DATE -> date(given, pointer);
            case LIST -> option(given, pointer);
            case CHECKBOX -> {
                if (!given.isBoolean()) {
                    throw Refusal.invalid(pointer, "This must be true or false.");
                }
                yield given;
            }
        };
    }

    private static JsonNode text(JsonNode given, String pointer) {
        String text = given.isString() ? Texts.clean(given.stringValue()) : null;
        if (text == null || text.length() > Limits.SHORT_TEXT_LENGTH_MAX) {
            throw Refusal.invalid(
                    pointer, "This must be text of at most " + Limits.SHORT_TEXT_LENGTH_MAX + " characters.");
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static JsonNode number(JsonNode given, String pointer) {
        if (given.isNumber() && !(given.isFloatingPointNumber() && !Double.isFinite(given.doubleValue()))) {
            BigDecimal number = given.decimalValue();
            if (number.precision() <= DIGITS_MAX && Math.abs(number.scale()) <= DIGITS_MAX) {
                return given;
            }
        }
        throw Refusal.invalid(pointer, "This must be a number of at most " + DIGITS_MAX + " digits.");
    }

    private static JsonNode date(JsonNode given, String pointer) {
        try {
            if (given.isString()) {
                LocalDate date = LocalDate.parse(given.stringValue());
                if (date.getYear() >= 1 && date.getYear() <= 9999) {
                    return JsonNodeFactory.instance.stringNode(date.toString());
                }
            }
        } catch (DateTimeException e) {
            throw Refusal.invalid(pointer, "This must be a date such as 2026-03-02.");
        }
        throw Refusal.invalid(pointer, "This must be a date such as 2026-03-02.");
    }

    private JsonNode option(JsonNode given, String pointer) {
        if (!given.isString() || !options.contains(given.stringValue())) {
            throw Refusal.invalid(pointer, "This must be one of the options of the list.");
        }
        return given;
    }

    /** Whether a stored value counts as an answer: an unticked box is one, a blank text is none. */
    static boolean isAnswer(@Nullable JsonNode value) {
        return value != null
                && !value.isNull()
                && !(value.isString() && value.stringValue().isBlank());
    }
}
