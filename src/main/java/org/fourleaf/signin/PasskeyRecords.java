package org.fourleaf.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What passkeys read and write, each a transaction of its own: a challenge is used up although the request fails. */
@Component
@Transactional
class PasskeyRecords {

    private final PasskeyStore store;
    private final StepStore steps;
    private final Agents agents;
    private final SignInRecords records;
    private final Log log;
    private final Clock clock;

    PasskeyRecords(PasskeyStore store, StepStore steps, Agents agents, SignInRecords records, Log log, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.agents = agents;
        this.records = records;
        this.log = log;
        this.clock = clock;
    }

    /** @return the challenge */
    String challenge(UUID workspace, String binding, SignInStep.Kind kind, @Nullable UUID agent) {
        String challenge = Secret.ofSession();
        steps.put(workspace, binding, new SignInStep(Ids.next(), kind, agent, challenge, Map.of()), clock.instant());
        return challenge;
    }

    /** Once. @throws Refusal when there is none, or no longer */
    SignInStep take(UUID workspace, @Nullable String binding, SignInStep.Kind kind) {
        return Optional.ofNullable(binding)
                .flatMap(known -> steps.take(workspace, known, kind, clock.instant()))
                .orElseThrow(SecondStepping::over);
    }

    @Transactional(readOnly = true)
    public List<String> credentialsOf(UUID workspace, UUID agent) {
        return store.of(workspace, agent).stream()
                .map(PasskeyStore.Stored::credentialId)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Passkey> of(Actor by) {
        return store.of(by.workspace(), by.agentId()).stream()
                .map(PasskeyStore.Stored::passkey)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<PasskeyStore.Stored> byCredential(UUID workspace, String credentialId) {
        return store.byCredential(workspace, credentialId);
    }

    @Transactional(readOnly = true)
    public Optional<Agent> active(UUID workspace, UUID agent) {
        return agents.find(Actor.system(workspace), agent.toString()).filter(Agent::active);
    }

    Passkey add(Actor by, String name, WebAuthn.Registered registered) {
        UUID agent = by.agentId();
        if (store.count(by.workspace(), agent) >= Passkey.COUNT_MAX) {
            throw Refusal.conflict("too-many", "An agent has at most " + Passkey.COUNT_MAX + " passkeys.");
        }
        Passkey passkey = new Passkey(Ids.next(), Texts.name(name, "/name"), clock.instant(), null);
        try {
            store.insert(
                    by.workspace(),
                    new PasskeyStore.Stored(
                            passkey,
                            agent,
                            registered.credentialId(),
                            registered.credential(),
                            registered.signCount()));
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("name-taken", "This passkey is registered already.");
        }
        log.write(by, new PasskeyAdded(agent, passkey.id()));
        return passkey;
    }

    void rename(Actor by, UUID id, String name) {
        if (!store.rename(by.workspace(), by.agentId(), id, Texts.name(name, "/name"))) {
            throw Refusal.notFound("passkey");
        }
    }

    void remove(Actor by, UUID id) {
        if (!store.delete(by.workspace(), by.agentId(), id)) {
            throw Refusal.notFound("passkey");
        }
        log.write(by, new PasskeyRemoved(by.agentId(), id));
    }

    /** @return none when the key's counter fell, which a copied key's does */
    Optional<SignInRecords.Opened> enter(
            UUID workspace, Agent agent, PasskeyStore.Stored stored, long signCount, Browser browser) {
        Instant now = clock.instant();
        if (!store.used(workspace, stored.passkey().id(), signCount, now)) {
            return Optional.empty();
        }
        return Optional.of(records.open(workspace, agent, browser, now));
    }

    void refused(UUID workspace, UUID agent) {
        log.write(Actor.system(workspace), new SignInRefused(agent));
    }
}
