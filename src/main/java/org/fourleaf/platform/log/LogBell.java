package org.fourleaf.platform.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells this node and the others that a workspace's log has grown. One {@code NOTIFY} a node at most every {@value #QUIET_MILLIS} ms and
 * after commit: inside every transaction it cost a third of the throughput. Losing one is harmless, readers also look every second.
 */
@Component
public class LogBell implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogBell.class);
    private static final String CHANNEL = "fourleaf_log";
    private static final int QUIET_MILLIS = 100;
    private static final int RECONNECT_MILLIS = 1_000;

    private final DataSource dataSource;
    private final Set<UUID> unsaid = ConcurrentHashMap.newKeySet();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    LogBell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Called with a workspace whose log has grown, on any node; must not block. */
    public void onRing(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    void ringAfterCommit(UUID workspace) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring(workspace);
            return;
        }
        Object key = "fourleaf-bell-" + workspace;
        if (TransactionSynchronizationManager.hasResource(key)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(key, workspace);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring(workspace);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(key);
            }
        });
    }

    private void ring(UUID workspace) {
        unsaid.add(workspace);
        tell(workspace);
    }

    private void tell(UUID workspace) {
        listeners.forEach(listener -> listener.accept(workspace));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("log-bell").start(this::carry);
    }

    private void carry() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                try (var listen = connection.createStatement()) {
                    listen.execute("listen " + CHANNEL);
                }
                PGConnection wire = connection.unwrap(PGConnection.class);
                while (running) {
                    say(connection);
                    hear(wire);
                }
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("The log's bell is mute, other nodes are heard by polling: {}", e.getMessage());
                    rest();
                }
            }
        }
    }

    private void say(Connection connection) throws SQLException {
        for (UUID workspace : List.copyOf(unsaid)) {
            unsaid.remove(workspace);
            try (var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
                notify.setString(1, CHANNEL);
                notify.setString(2, workspace.toString());
                notify.execute();
            }
        }
    }

    private void hear(PGConnection wire) throws SQLException {
        PGNotification[] notifications = wire.getNotifications(QUIET_MILLIS);
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            if (notification.getPID() != wire.getBackendPID()) {
                tell(UUID.fromString(notification.getParameter()));
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(2 * RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
