package org.fourleaf.invitations;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.AgentEditing;
import org.fourleaf.people.Agents;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.signin.PasswordSetting;
import org.fourleaf.signin.SignInRuling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever holds a way in looks at it, and uses it once. No transaction is open while a password is hashed. */
@Component
class ComingIn {

    /** Whom it is for. @param password whether one may be chosen; else the workspace's single sign-on is the way */
    record Welcome(
            AccessLink.Kind kind, String name, String email, String language, String workspace, boolean password) {}

    private final AccessLinkStore store;
    private final Agents agents;
    private final AgentEditing editing;
    private final PasswordSetting passwords;
    private final SignInRuling rules;
    private final WorkspacePlace place;
    private final TransactionOperations transaction;
    private final Log log;
    private final Clock clock;

    ComingIn(
            AccessLinkStore store,
            Agents agents,
            AgentEditing editing,
            PasswordSetting passwords,
            SignInRuling rules,
            WorkspacePlace place,
            TransactionOperations transaction,
            Log log,
            Clock clock) {
        this.store = store;
        this.agents = agents;
        this.editing = editing;
        this.passwords = passwords;
        this.rules = rules;
        this.place = place;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal not found when it is used, replaced, taken back or expired */
    Welcome look(UUID workspace, String secret) {
        Welcome welcome = transaction.execute(status -> {
            AccessLink.Opened opened = opened(workspace, secret);
            Agent agent = agents.readable(Actor.system(workspace), opened.agent());
            return new Welcome(
                    opened.kind(),
                    agent.name(),
                    agent.email(),
                    agent.language(),
                    place.name(workspace),
                    mayHavePassword(workspace, agent));
        });
        if (welcome == null) {
            throw over();
        }
        return welcome;
    }

    /**
     * Sets the password; every session of the agent ends.
     *
     * @param name as an invited agent writes it; none to keep it
     * @throws Refusal not found when it is over; malformed for a bad password; forbidden where single sign-on is the only way
     */
    void use(UUID workspace, String secret, @Nullable String name, String password) {
        transaction.executeWithoutResult(status -> opened(workspace, secret));
        String hash = passwords.hash(password, "/password");
        transaction.executeWithoutResult(status -> {
            AccessLink.Opened opened = opened(workspace, secret);
            Agent agent = agents.readable(Actor.system(workspace), opened.agent());
            if (!mayHavePassword(workspace, agent)) {
                throw Refusal.forbidden("sso-only", "This workspace signs in by its single sign-on provider only.");
            }
            if (!store.take(workspace, PasswordSetting.hashOfSecret(secret), clock.instant())) {
                throw over();
            }
            store.deleteAllOf(workspace, agent.id());
            Actor by = Actor.agent(workspace, agent.id(), agent.name(), Set.of());
            passwords.set(by, hash);
            if (name != null && opened.kind() == AccessLink.Kind.INVITATION) {
                editing.rename(by, agent, name);
            }
            log.write(
                    by,
                    opened.kind() == AccessLink.Kind.INVITATION
                            ? new InvitationAccepted(agent.id())
                            : new PasswordReset(agent.id()));
        });
    }

    private AccessLink.Opened opened(UUID workspace, String secret) {
        return store.find(workspace, PasswordSetting.hashOfSecret(secret), clock.instant())
                .orElseThrow(ComingIn::over);
    }

    private boolean mayHavePassword(UUID workspace, Agent agent) {
        return agent.isOwner() || !rules.ssoOnly(workspace);
    }

    private static Refusal over() {
        return Refusal.of(
                Refusal.Kind.NOT_FOUND,
                "link-over",
                "This link was used, replaced or taken back, or its time is over.");
    }
}
