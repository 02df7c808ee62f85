package org.fourleaf.email;

import java.util.Optional;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which server carries a workspace's mail: its own, else the operator's, else none. */
@Component
@Transactional(readOnly = true)
class OutgoingServers {

    /** Who chose a server. */
    enum ConfiguredBy {
        WORKSPACE,
        ENVIRONMENT,
        NONE
    }

    private final OutgoingServerStore store;
    private final PasswordSeal seal;
    private final @Nullable OutgoingServer operators;

    OutgoingServers(OutgoingServerStore store, PasswordSeal seal, @Value("${fourleaf.smtp-url}") String url) {
        this.store = store;
        this.seal = seal;
        this.operators = url.isBlank()
                ? null
                : OutgoingServer.parse(url)
                        .orElseThrow(
                                () -> new StartRefused(
                                        "FOURLEAF_SMTP_URL is not the address of a mail server.",
                                        "Write it as smtp://user:password@host:port, or smtps://; add ?tls=required to insist on encryption."));
    }

    Optional<OutgoingServer> of(Actor by) {
        return own(by).or(() -> Optional.ofNullable(operators));
    }

    Optional<OutgoingServer> own(Actor by) {
        return store.find(by.workspace())
                .flatMap(stored -> OutgoingServer.parse(stored.url())
                        .map(server -> server.with(
                                server.tls(),
                                stored.user(),
                                stored.sealedPassword() == null
                                        ? null
                                        : seal.open(by.workspace(), stored.sealedPassword()))));
    }

    /** For workspaces that have none of their own. */
    boolean hasOperators() {
        return operators != null;
    }

    ConfiguredBy configuredBy(Actor by) {
        if (store.find(by.workspace()).isPresent()) {
            return ConfiguredBy.WORKSPACE;
        }
        return operators == null ? ConfiguredBy.NONE : ConfiguredBy.ENVIRONMENT;
    }
}
