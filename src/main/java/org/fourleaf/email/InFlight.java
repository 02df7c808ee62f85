package org.fourleaf.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The answers this node is sending: their claims are renewed so that nobody else sends them, however slow a server is. */
@Component
class InFlight {

    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

    private final Outbox outbox;
    private final Map<UUID, Set<UUID>> mails = new ConcurrentHashMap<>();

    InFlight(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Some mails of one workspace, until each is released or all are. */
    final class Hold implements AutoCloseable {
        private final UUID workspace;
        private final List<UUID> held;

        private Hold(UUID workspace, List<UUID> held) {
            this.workspace = workspace;
            this.held = held;
            mails.computeIfAbsent(workspace, any -> ConcurrentHashMap.newKeySet())
                    .addAll(held);
        }

        void release(OutboundMail mail) {
            mails.getOrDefault(workspace, Set.of()).remove(mail.id());
        }

        @Override
        public void close() {
            held.forEach(mails.getOrDefault(workspace, Set.of())::remove);
        }
    }

    Hold hold(UUID workspace, List<OutboundMail> claimed) {
        return new Hold(
                workspace,
                new ArrayList<>(claimed.stream().map(OutboundMail::id).toList()));
    }

    void renewAll() {
        mails.forEach((workspace, ids) -> {
            List<UUID> held = List.copyOf(ids);
            if (!held.isEmpty()) {
                try {
                    Workspaces.run(workspace, () -> outbox.keepClaim(workspace, held));
                } catch (RuntimeException e) {
                    LOG.warn("Claims on answers under way could not be renewed: {}", e.getMessage());
                }
            }
        });
    }
}
