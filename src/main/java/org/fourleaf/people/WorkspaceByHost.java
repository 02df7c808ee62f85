package org.fourleaf.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which workspace a stranger means, by the host they asked for. Remembered for seconds; that there is none is not remembered. */
@Component
public class WorkspaceByHost {

    private static final int HOSTS_MAX = 1_000;
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(10);

    private final Cache<String, UUID> known = Caffeine.newBuilder()
            .maximumSize(HOSTS_MAX)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();
    private final WorkspaceStore store;

    WorkspaceByHost(WorkspaceStore store) {
        this.store = store;
    }

    public Optional<UUID> find(String host) {
        return Optional.ofNullable(known.get(host.toLowerCase(Locale.ROOT), this::ask));
    }

    private @Nullable UUID ask(String host) {
        return store.byHost(host).map(Workspace::id).orElse(null);
    }

    /** After a workspace was removed: this node asks again at once, others within {@link #REMEMBERED_FOR}. */
    public void forget() {
        known.invalidateAll();
    }
}
