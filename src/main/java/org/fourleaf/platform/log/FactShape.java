package org.fourleaf.platform.log;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How one {@link Fact} class lies in the log: which components are columns and which are facts. Read once per class. */
final class FactShape {

    private static final List<String> ID_COLUMNS = List.of("ticket", "agent", "customer", "company", "department");
    private static final String CHANNEL_COLUMN = "channel";

    private static final ClassValue<FactShape> SHAPES = new ClassValue<>() {
        @Override
        protected FactShape computeValue(Class<?> type) {
            return new FactShape(type);
        }
    };

    private record Part(String name, String json, Class<?> type, MethodHandle getter) {}

    private final ActivityKind kind;
    private final List<Part> parts = new ArrayList<>();
    private final MethodHandle constructor;

    private FactShape(Class<?> type) {
        Records records = type.getAnnotation(Records.class);
        if (records == null || !type.isRecord()) {
            throw new IllegalArgumentException(type + " must be a record with @Records");
        }
        kind = records.value();
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            List<Class<?>> types = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                types.add(component.getType());
                parts.add(new Part(
                        component.getName(),
                        snake(component.getName()),
                        component.getType(),
                        lookup.unreflect(component.getAccessor())));
            }
            constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(types.toArray(Class[]::new)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " can't be read", e);
        }
    }

    static FactShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    ActivityKind kind() {
        return kind;
    }

    @Nullable
    UUID id(Fact fact, String column) {
        return (UUID) value(fact, column);
    }

    @Nullable
    Integer channel(Fact fact) {
        return (Integer) value(fact, CHANNEL_COLUMN);
    }

    ObjectNode facts(Fact fact, JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        for (Part part : parts) {
            if (!isColumn(part.name)) {
                Object value = get(part, fact);
                if (value != null) {
                    node.set(part.json, json.valueToTree(value));
                }
            }
        }
        return node;
    }

    Fact read(Recorded recorded, JsonMapper json) {
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            values[i] = switch (part.name) {
                case "ticket" -> recorded.ticket();
                case "agent" -> recorded.agent();
                case "customer" -> recorded.customer();
                case "company" -> recorded.company();
                case "department" -> recorded.department();
                case CHANNEL_COLUMN -> recorded.channel();
                default -> json.convertValue(recorded.facts().get(part.json), part.type);
            };
            if (values[i] == null && part.type.isPrimitive()) {
                // An imported fact may lack what one of our own always has.
                values[i] = Array.get(Array.newInstance(part.type, 1), 0);
            }
        }
        try {
            return (Fact) constructor.invokeWithArguments(values);
        } catch (Throwable e) {
            throw new IllegalStateException("record " + recorded.seq() + " does not fit " + kind, e);
        }
    }

    private @Nullable Object value(Fact fact, String name) {
        for (Part part : parts) {
            if (part.name.equals(name)) {
                return get(part, fact);
            }
        }
        return null;
    }

    private static @Nullable Object get(Part part, Fact fact) {
        try {
            return part.getter.invoke(fact);
        } catch (Throwable e) {
            throw new IllegalStateException("can't read " + part.name, e);
        }
    }

    private static boolean isColumn(String name) {
        return ID_COLUMNS.contains(name) || name.equals(CHANNEL_COLUMN);
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
