package org.fourleaf.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and revokes tokens: one's own, and an owner's for agents who are not owners. */
@Component
@Transactional
class TokenMaking {

    /** What is asked for. @param agent whose it will be, by id or e-mail; none for the maker's own */
    record Wish(
            String name,
            @Nullable String agent,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable List<String> addresses) {}

    /** The token and its secret, shown this once. */
    record Made(ApiToken token, String secret) {}

    private final TokenStore store;
    private final Agents agents;
    private final Log log;
    private final Clock clock;

    TokenMaking(TokenStore store, Agents agents, Log log, Clock clock) {
        this.store = store;
        this.agents = agents;
        this.log = log;
        this.clock = clock;
    }

    Made make(Actor by, Wish wish) {
        Agent maker = agents.readable(by, by.agentId());
        Agent agent = wish.agent == null ? maker : agents.readable(by, wish.agent);
        boolean own = agent.id().equals(maker.id());
        if (!own && (!maker.isOwner() || agent.isOwner())) {
            throw Refusal.forbidden("not-yours", "Only an owner makes tokens for others, and never for another owner.");
        }
        if (!agent.active()) {
            throw Refusal.conflict("agent-inactive", "This agent is deactivated.");
        }
        if (wish.expiresAt != null && !wish.expiresAt.isAfter(clock.instant())) {
            throw Refusal.invalid("/expires_at", "This must lie in the future.");
        }
        checkScopes(wish.scopes);
        checkAddresses(wish.addresses);
        return keep(by, agent, wish, Secret.ofToken());
    }

    /** With a secret chosen by the operator, for the unattended start. */
    Made makeFirst(Actor owner, String secret) {
        Agent agent = agents.readable(owner, owner.agentId());
        return keep(owner, agent, new Wish("FOURLEAF_OWNER_TOKEN", null, null, null, null), secret);
    }

    private Made keep(Actor by, Agent agent, Wish wish, String secret) {
        ApiToken token = new ApiToken(
                Ids.next(),
                agent.named(),
                Texts.line(wish.name),
                wish.scopes,
                wish.addresses,
                by.agentId(),
                clock.instant(),
                wish.expiresAt,
                null);
        store.insert(by.workspace(), token, Secret.hash(secret));
        log.write(by, new TokenMade(agent.id(), token.id()));
        return new Made(token, secret);
    }

    /** @param of whose, none for all one may see: an owner sees every agent's, others their own only */
    @Transactional(readOnly = true)
    public Page<ApiToken> page(Actor by, @Nullable String of, Slice slice) {
        UUID agent = of == null ? null : agents.readable(by, of).id();
        boolean owner = agents.readable(by, by.agentId()).isOwner();
        if (!owner && agent != null && !agent.equals(by.agentId())) {
            return new Page<>(List.of(), null);
        }
        return slice.page(
                store.page(by.workspace(), owner ? agent : by.agentId(), slice), token -> Cursor.of(token.id()));
    }

    /** The agent it acts as and any owner may. @throws Refusal not found for anybody else */
    void revoke(Actor by, UUID id) {
        Optional<ApiToken> token = store.find(by.workspace(), id);
        boolean own = token.isPresent() && token.get().agent().id().equals(by.agentId());
        if (token.isEmpty() || (!own && !agents.readable(by, by.agentId()).isOwner())) {
            throw Refusal.notFound("token");
        }
        store.revoke(by.workspace(), id, clock.instant());
        log.write(by, new TokenRevoked(token.get().agent().id(), id));
    }

    private static void checkScopes(@Nullable List<String> scopes) {
        if (scopes == null) {
            return;
        }
        if (scopes.isEmpty()) {
            throw Refusal.malformed("/scopes", "Name at least one permission, or leave it out for all.");
        }
        for (int i = 0; i < scopes.size(); i++) {
            if (Permission.ofStored(List.of(scopes.get(i))).isEmpty()) {
                throw Refusal.malformed("/scopes/" + i, "There is no such permission.");
            }
        }
    }

    private static void checkAddresses(@Nullable List<String> addresses) {
        for (int i = 0; addresses != null && i < addresses.size(); i++) {
            if (!ClientAddress.isNetwork(addresses.get(i))) {
                throw Refusal.malformed(
                        "/addresses/" + i, "This must be an IP address or a network such as 10.0.0.0/8.");
            }
        }
    }
}
