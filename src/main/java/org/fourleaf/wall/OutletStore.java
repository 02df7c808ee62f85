package org.fourleaf.wall;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what chats are told, and how. */
@Component
class OutletStore {

    private final JdbcClient jdbc;

    OutletStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WallOutlet> all(UUID workspace) {
        return jdbc.sql(
                        "select id, flavour, language, kinds from wall_outlet where workspace_id = :w order by id limit :max")
                .param("w", workspace)
                .param("max", WallOutlet.OUTLETS_MAX)
                .query(Row.as(OutletStore::outlet))
                .list();
    }

    void save(UUID workspace, WallOutlet outlet) {
        jdbc.sql("""
                        insert into wall_outlet (workspace_id, id, flavour, language, kinds)
                        values (:w, :id, :flavour, :language, cast(:kinds as smallint[]))
                        on conflict (workspace_id, id) do update set flavour = excluded.flavour, language = excluded.language,
                            kinds = excluded.kinds
                        """)
                .param("w", workspace)
                .param("id", outlet.id())
                .param("flavour", outlet.flavour().code())
                .param("language", outlet.language())
                .param("kinds", outlet.kinds().stream().map(WallKind::code).toArray(Integer[]::new))
                .update();
    }

    private static WallOutlet outlet(Row row) throws SQLException {
        Short[] kinds = (Short[]) row.set().getArray("kinds").getArray();
        return new WallOutlet(
                row.uuid("id"),
                WallOutlet.Flavour.ofCode(row.number("flavour")),
                row.text("language"),
                Arrays.stream(kinds).map(kind -> WallKind.ofCode(kind)).toList());
    }
}
