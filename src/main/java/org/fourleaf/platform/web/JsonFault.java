package org.fourleaf.platform.web;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.platform.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the wrong value in a body or parameter, in words of the API rather than of Java. */
final class JsonFault {

    private JsonFault() {}

    static Fault of(JacksonException e) {
        String pointer = pointer(e);
        return switch (e) {
            case UnrecognizedPropertyException ignored -> new Fault(pointer, "There is no such field.");
            case MismatchedInputException mismatch ->
                new Fault(pointer, "This must be " + kind(mismatch.getTargetType()) + ".");
            case InputCoercionException ignored -> new Fault(pointer, "This number is out of range.");
            case StreamReadException broken ->
                new Fault(
                        "",
                        "The body is not JSON: line %d, column %d."
                                .formatted(
                                        broken.getLocation().getLineNr(),
                                        broken.getLocation().getColumnNr()));
            default -> new Fault(pointer, "This value is not right.");
        };
    }

    static Fault ofParameter(MethodArgumentTypeMismatchException e) {
        return new Fault(e.getName(), "This must be " + kind(e.getRequiredType()) + ".");
    }

    /** A parameter's name outside. */
    static String parameterName(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        return named == null || named.name().isEmpty()
                ? snake(String.valueOf(parameter.getParameterName()))
                : named.name();
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** A Java path such as {@code owner.timeZone} or {@code tags[2]} as a JSON pointer. */
    static String pointer(String javaPath) {
        return "/" + snake(javaPath).replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of the documented words";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == UUID.class) {
            return "an id";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-03-02T09:15:00Z";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return CharSequence.class.isAssignableFrom(type) ? "text" : "an object";
    }
}
