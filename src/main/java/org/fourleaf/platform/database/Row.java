package org.fourleaf.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** One row of a result in our types: what a store's mapping lambda reads from. */
public record Row(ResultSet set) {

    /** What makes a record of a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    public static <T> RowMapper<T> as(Reading<T> reading) {
        return (set, number) -> Objects.requireNonNull(reading.of(new Row(set)));
    }

    public UUID uuid(String column) throws SQLException {
        return Objects.requireNonNull(uuidOrNull(column), column);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return set.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return Objects.requireNonNull(set.getString(column), column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return set.getString(column);
    }

    public Instant instant(String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime time = set.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public int number(String column) throws SQLException {
        return set.getInt(column);
    }

    public @Nullable Integer numberOrNull(String column) throws SQLException {
        int number = set.getInt(column);
        return set.wasNull() ? null : number;
    }

    public long big(String column) throws SQLException {
        return set.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return set.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return Objects.requireNonNull(set.getBytes(column), column);
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return set.getBytes(column);
    }

    public List<String> texts(String column) throws SQLException {
        var array = set.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public List<UUID> uuids(String column) throws SQLException {
        var array = set.getArray(column);
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }
}
