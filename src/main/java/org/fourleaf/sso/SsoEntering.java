package org.fourleaf.sso;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.AgentEditing;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a provider means: by the subject once it is known, before that by an e-mail address the provider has verified. */
@Component
@Transactional
class SsoEntering {

    private final SsoStore store;
    private final Agents agents;
    private final AgentEditing editing;
    private final Log log;
    private final Clock clock;

    SsoEntering(SsoStore store, Agents agents, AgentEditing editing, Log log, Clock clock) {
        this.store = store;
        this.agents = agents;
        this.editing = editing;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<SsoProvider> provider(UUID workspace, UUID id) {
        return store.find(workspace, id).filter(SsoProvider::enabled);
    }

    @Transactional(readOnly = true)
    public @Nullable String secret(UUID workspace, UUID id) {
        return store.secret(workspace, id);
    }

    /** @throws SsoFailure for a stranger, or somebody deactivated */
    Agent agent(UUID workspace, SsoProvider provider, OpenIdConnect.Identity identity) {
        Actor system = Actor.system(workspace);
        Optional<UUID> linked = store.linked(workspace, provider.id(), identity.subject());
        Agent agent =
                linked.map(id -> agents.readable(system, id)).orElseGet(() -> byAddress(system, provider, identity));
        if (!agent.active()) {
            throw new SsoFailure("sso-inactive", "the agent is deactivated");
        }
        if (linked.isEmpty()) {
            store.link(workspace, provider.id(), identity.subject(), agent.id());
            log.write(system, new SsoLinked(agent.id(), provider.id()));
        }
        return agent;
    }

    private Agent byAddress(Actor system, SsoProvider provider, OpenIdConnect.Identity identity) {
        String email = identity.email();
        if (email == null) {
            throw new SsoFailure("sso-unverified", "no verified address");
        }
        if (!provider.believes(email)) {
            throw new SsoFailure("sso-domain", "an address of another domain");
        }
        return agents.find(system, email).orElseGet(() -> made(system, provider, identity, email));
    }

    private Agent made(Actor system, SsoProvider provider, OpenIdConnect.Identity identity, String email) {
        if (provider.role() == null) {
            throw new SsoFailure("sso-unknown", "nobody here has this address");
        }
        String named = identity.name() == null ? "" : Texts.line(identity.name());
        String name = named.isEmpty() ? email.substring(0, email.indexOf('@')) : named;
        try {
            return editing.add(
                    system,
                    new Agent(
                            Ids.next(),
                            email,
                            Texts.cut(name, Limits.NAME_LENGTH_MAX),
                            null,
                            provider.role(),
                            SsoProviders.languageOr(identity.locale()),
                            "system",
                            null,
                            null,
                            List.of(),
                            List.of(),
                            true,
                            null,
                            clock.instant(),
                            1));
        } catch (Refusal e) {
            throw new SsoFailure("sso-unknown", String.valueOf(e.getMessage()));
        }
    }
}
