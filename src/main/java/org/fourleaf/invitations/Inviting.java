package org.fourleaf.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.AgentEditing;
import org.fourleaf.people.Agents;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.signin.PasswordSetting;
import org.fourleaf.signin.SignInRuling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes ways in: for a colleague one looks after, or for oneself when the password is forgotten. */
@Component
@Transactional
class Inviting {

    /** Who presses twice, or is played tricks on, gets one mail in that time. */
    private static final Duration ONE_RESET_IN = Duration.ofMinutes(2);

    private final AccessLinkStore store;
    private final Agents agents;
    private final AgentEditing editing;
    private final PasswordSetting passwords;
    private final SignInRuling rules;
    private final WorkspacePlace place;
    private final AccessMailing mailing;
    private final Log log;
    private final Clock clock;

    Inviting(
            AccessLinkStore store,
            Agents agents,
            AgentEditing editing,
            PasswordSetting passwords,
            SignInRuling rules,
            WorkspacePlace place,
            AccessMailing mailing,
            Log log,
            Clock clock) {
        this.store = store;
        this.agents = agents;
        this.editing = editing;
        this.passwords = passwords;
        this.rules = rules;
        this.place = place;
        this.mailing = mailing;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<AccessLink> of(Actor by, String reference) {
        return store.of(by.workspace(), lookedAfter(by, reference).id(), clock.instant());
    }

    @Transactional(readOnly = true)
    public List<AccessLink> all(Actor by) {
        by.mustHave(Permission.AGENTS_MANAGE);
        return store.all(by.workspace(), clock.instant(), Limits.LIST_SIZE_MAX);
    }

    /**
     * An invitation for an agent who has no password yet, else a reset. What was sent before ends.
     *
     * @param byMail false to be told the link and hand it over oneself
     * @param origin where browsers find this desk
     * @throws Refusal forbidden, or conflict when the agent is deactivated
     */
    AccessLink invite(Actor by, String reference, boolean byMail, String origin) {
        Agent agent = lookedAfter(by, reference);
        if (!agent.active()) {
            throw Refusal.conflict("agent-inactive", "This agent is deactivated.");
        }
        Instant now = clock.instant();
        boolean first = !passwords.isSet(by.workspace(), agent.id());
        AccessLink.Kind kind = first ? AccessLink.Kind.INVITATION : AccessLink.Kind.RESET;
        store.deleteAllOf(by.workspace(), agent.id());
        Optional<String> secret = byMail ? Optional.empty() : Optional.of(PasswordSetting.newSecret());
        store.put(
                by.workspace(),
                agent.id(),
                kind,
                secret.map(PasswordSetting::hashOfSecret).orElse(null),
                origin,
                now);
        log.write(by, first ? new AgentInvited(agent.id(), byMail) : new PasswordResetAsked(agent.id(), byMail));
        if (byMail) {
            mailing.afterCommit(by.workspace());
        }
        AccessLink made = store.of(by.workspace(), agent.id(), now).getFirst();
        return secret.map(known -> made.with(AccessMailing.link(origin, known))).orElse(made);
    }

    /** @throws Refusal forbidden */
    void revoke(Actor by, String reference) {
        UUID agent = lookedAfter(by, reference).id();
        if (store.deleteAllOf(by.workspace(), agent) > 0) {
            log.write(by, new InvitationRevoked(agent));
        }
    }

    /** Says nothing of whether there is such an agent. One without a password is invited again. */
    void forgotten(UUID workspace, String email) {
        Actor by = Actor.system(workspace);
        agents.find(by, email)
                .filter(Agent::active)
                .filter(agent -> agent.isOwner() || !rules.ssoOnly(workspace))
                .ifPresent(agent -> reset(by, agent));
    }

    private void reset(Actor by, Agent agent) {
        Instant now = clock.instant();
        if (store.isFresh(by.workspace(), agent.id(), AccessLink.Kind.RESET, now.minus(ONE_RESET_IN))) {
            return;
        }
        store.put(
                by.workspace(),
                agent.id(),
                AccessLink.Kind.RESET,
                null,
                place.origin(by.workspace()).orElse(null),
                now);
        log.write(by, new PasswordResetAsked(agent.id(), true));
        mailing.afterCommit(by.workspace());
    }

    private Agent lookedAfter(Actor by, String reference) {
        Agent agent = agents.readable(by, reference);
        editing.checkMayEdit(by, agent);
        return agent;
    }
}
