package org.fourleaf.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/** The one place that tells PostgreSQL the workspace, once per transaction and for it alone ({@code set local}). */
@Component
public class WorkspaceTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    public WorkspaceTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        UUID workspace = Workspaces.current();
        if (workspace == null) {
            return;
        }
        // Travels with the driver's BEGIN: one round trip for both.
        try (var statement = connection.prepareStatement("select set_config('fourleaf.workspace', ?, true)")) {
            statement.setString(1, workspace.toString());
            statement.execute();
        }
    }
}
