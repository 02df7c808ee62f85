package org.fourleaf.platform.database;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement put together of parts, each with its values, for lists whose conditions vary. Values are always bound; only what the
 * program itself wrote becomes text. Statements without varying parts are written whole, with {@code JdbcClient}.
 */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    public static Sql of(String part, @Nullable Object... parameters) {
        return new Sql().add(part, parameters);
    }

    /** Appends a part that has one {@code ?} for each value. */
    public Sql add(String part, @Nullable Object... parameters) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(part);
        for (@Nullable Object parameter : parameters) {
            values.add(bind(parameter));
        }
        return this;
    }

    public Sql addIf(boolean wanted, String part, @Nullable Object... parameters) {
        return wanted ? add(part, parameters) : this;
    }

    public Sql add(Sql other) {
        text.append(' ').append(other.text);
        values.addAll(other.values);
        return this;
    }

    public JdbcClient.StatementSpec on(JdbcClient jdbc) {
        return jdbc.sql(text.toString()).params(values);
    }

    public String text() {
        return text.toString();
    }

    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(values);
    }

    /** A value as the driver takes it: an instant as a time with offset, a collection of ids or texts as an array. */
    public static @Nullable Object bind(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> many when many.stream().allMatch(UUID.class::isInstance) -> many.toArray(UUID[]::new);
            case Collection<?> many -> many.stream().map(String::valueOf).toArray(String[]::new);
            default -> value;
        };
    }
}
