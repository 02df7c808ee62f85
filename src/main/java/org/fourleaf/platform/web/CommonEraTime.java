package org.fourleaf.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** A time as ISO text, of the years that calendars and PostgreSQL share: a number is no time, and the year 999999999 is a mistake. */
public final class CommonEraTime extends ValueDeserializer<Instant> {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        try {
            return checked(DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from));
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, Instant.class, "not an ISO time of our era");
        }
    }

    /** For times that come in a query. @throws DateTimeException when it is of no year from 1 to 9999 */
    public static Instant checked(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException("not of our era");
        }
        return time;
    }
}
