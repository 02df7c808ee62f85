package org.fourleaf.email;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the workspace's own outgoing server; what waits for one goes out at once. */
@Component
@Transactional
class OutgoingServerEditing {

    private final OutgoingServerStore store;
    private final OutgoingServers servers;
    private final OutboxStore outbox;
    private final PasswordSeal seal;
    private final DispatchBell bell;
    private final Log log;
    private final Clock clock;

    OutgoingServerEditing(
            OutgoingServerStore store,
            OutgoingServers servers,
            OutboxStore outbox,
            PasswordSeal seal,
            DispatchBell bell,
            Log log,
            Clock clock) {
        this.store = store;
        this.servers = servers;
        this.outbox = outbox;
        this.seal = seal;
        this.bell = bell;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param password none keeps the one stored, as long as server and user stay the same: it must not be sent elsewhere
     * @throws Refusal invalid when the URL is none of a mail server
     */
    void set(Actor by, String url, @Nullable String user, @Nullable String password, OutgoingServer.@Nullable Tls tls) {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        OutgoingServer parsed = OutgoingServer.parse(url)
                .orElseThrow(() -> Refusal.invalid("/url", "Write it as smtp://host:port or smtps://host:port."));
        String asUser = user == null ? parsed.user() : user;
        String secret = password == null ? parsed.password() : password;
        OutgoingServer wanted = parsed.with(tls == null ? parsed.tls() : tls, asUser, secret);
        byte[] sealed = secret == null ? kept(by, wanted) : seal.seal(by.workspace(), secret);
        String plain = wanted.url() + "?tls=" + wanted.tls().json();
        store.save(by.workspace(), new OutgoingServerStore.Stored(plain, asUser, sealed));
        changed(by, false);
    }

    void remove(Actor by) {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        store.delete(by.workspace());
        changed(by, true);
    }

    private void changed(Actor by, boolean removed) {
        log.write(by, new OutgoingServerChanged(removed));
        outbox.tryNow(by.workspace(), clock.instant());
        bell.ringAfterCommit(by.workspace());
    }

    private byte @Nullable [] kept(Actor by, OutgoingServer wanted) {
        Optional<OutgoingServer> was = servers.own(by);
        boolean same = was.isPresent()
                && was.get().url().equals(wanted.url())
                && Objects.equals(was.get().user(), wanted.user());
        return same
                ? store.find(by.workspace())
                        .map(OutgoingServerStore.Stored::sealedPassword)
                        .orElse(null)
                : null;
    }
}
