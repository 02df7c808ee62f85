package org.fourleaf.imports;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer's rows among what imports remember. */
@Component
class CustomerKeyStore {

    private final JdbcClient jdbc;

    CustomerKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void move(UUID workspace, UUID from, UUID into) {
        jdbc.sql("update import_key set id = :into where workspace_id = :w and id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("update activity_words set customer_id = :into where workspace_id = :w and customer_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
    }

    void remove(UUID workspace, UUID customer) {
        jdbc.sql("delete from import_key where workspace_id = :w and id = :customer")
                .param("w", workspace)
                .param("customer", customer)
                .update();
        jdbc.sql("delete from activity_words where workspace_id = :w and customer_id = :customer")
                .param("w", workspace)
                .param("customer", customer)
                .update();
    }
}
