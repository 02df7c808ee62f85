package org.fourleaf.platform.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a PATCH body, where leaving it out and setting it to null differ: absent leaves as it was, null takes away.
 *
 * @param present whether the body names the field
 */
@JsonDeserialize(using = Given.Reading.class)
public record Given<T>(boolean present, @Nullable T value) {

    private static final Given<?> NOTHING = new Given<>(false, null);

    @SuppressWarnings("unchecked") // holds no value
    public static <T> Given<T> nothing() {
        return (Given<T>) NOTHING;
    }

    public static <T> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** The value given, or what was there. */
    public @Nullable T or(@Nullable T was) {
        return present ? value : was;
    }

    public <R> Given<R> map(Function<T, @Nullable R> change) {
        return present ? of(value == null ? null : change.apply(value)) : nothing();
    }

    /** Reads it as Jackson does: the type of the value is known per field. */
    static final class Reading extends ValueDeserializer<Given<?>> {

        private final @Nullable ValueDeserializer<?> reading;

        Reading() {
            this(null);
        }

        private Reading(@Nullable ValueDeserializer<?> reading) {
            this.reading = reading;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            JavaType type = context.getContextualType();
            return new Reading(context.findContextualValueDeserializer(type.containedType(0), property));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) {
            if (reading == null) {
                throw new IllegalStateException("Given is read as a field only");
            }
            return Given.of(reading.deserialize(parser, context));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Given.of(null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Given.nothing();
        }
    }
}
