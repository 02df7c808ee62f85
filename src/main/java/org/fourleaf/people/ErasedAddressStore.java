package org.fourleaf.people;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.database.SecretSeal;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows addresses of erased agents again, and can't tell one of them. */
@Component
class ErasedAddressStore {

    private static final String KEY = "erased";

    private final JdbcClient jdbc;
    private final SecretSeal seal;

    ErasedAddressStore(JdbcClient jdbc, SecretSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void add(UUID workspace, String email, Instant at) {
        jdbc.sql("""
                        insert into erased_address (workspace_id, print, erased_at) values (:w, :print, :at) on conflict do nothing
                        """)
                .param("w", workspace)
                .param("print", seal.print(KEY, workspace, email))
                .param("at", Sql.bind(at))
                .update();
    }

    boolean isErased(UUID workspace, String email) {
        return jdbc.sql("select exists (select 1 from erased_address where workspace_id = :w and print = :print)")
                .param("w", workspace)
                .param("print", seal.print(KEY, workspace, email))
                .query(Boolean.class)
                .single();
    }

    void forget(UUID workspace, String email) {
        jdbc.sql("delete from erased_address where workspace_id = :w and print = :print")
                .param("w", workspace)
                .param("print", seal.print(KEY, workspace, email))
                .update();
    }
}
