package org.fourleaf.signin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What signing in reads and writes, each step a transaction of its own: a refusal is kept although the request fails. */
@Component
@Transactional
class SignInRecords {

    /** What is known of an address before its password is looked at. */
    record Known(Optional<Agent> agent, Optional<String> passwordHash, SignInFailureStore.Failures failures) {}

    /** A new session. @param secret for the cookie, known to nobody else */
    record Opened(UUID agent, UUID session, String secret) {}

    private final Agents agents;
    private final PasswordStore passwords;
    private final SessionStore sessions;
    private final SignInFailureStore failures;
    private final SecondFactors factors;
    private final StepStore steps;
    private final Log log;

    SignInRecords(
            Agents agents,
            PasswordStore passwords,
            SessionStore sessions,
            SignInFailureStore failures,
            SecondFactors factors,
            StepStore steps,
            Log log) {
        this.agents = agents;
        this.passwords = passwords;
        this.sessions = sessions;
        this.failures = failures;
        this.factors = factors;
        this.steps = steps;
        this.log = log;
    }

    Known look(UUID workspace, String email, String address, Instant since) {
        Optional<Agent> agent = agents.find(Actor.system(workspace), email).filter(Agent::active);
        return new Known(
                agent,
                agent.flatMap(known -> passwords.hash(workspace, known.id())),
                failures.count(workspace, email, address, since));
    }

    void refused(Actor by, String email, Optional<Agent> agent, String address, Instant now) {
        failures.insert(by.workspace(), email, address, now);
        agent.ifPresent(known -> log.write(by, new SignInRefused(known.id())));
    }

    /** Always a new session: a cookie planted in the browser before never becomes a signed-in one. */
    Opened open(UUID workspace, Agent agent, Browser browser, Instant now) {
        failures.deleteAll(workspace, agent.email());
        return open(Actor.agent(workspace, agent.id(), agent.name(), Set.of()), browser, now);
    }

    /** For the owner of a workspace just made. */
    Opened open(Actor by, Browser browser, Instant now) {
        String secret = Secret.ofSession();
        String userAgent = browser.userAgent() == null
                ? null
                : Texts.cut(Texts.line(browser.userAgent()), Session.USER_AGENT_LENGTH_MAX);
        Session session =
                new Session(Ids.next(), now, now, now.plus(Session.LIVES_FOR), browser.address(), userAgent, true);
        sessions.insert(by.workspace(), by.agentId(), session, Secret.hash(secret));
        log.write(by, new SignedIn(by.agentId(), session.id()));
        return new Opened(by.agentId(), session.id(), secret);
    }

    /** What came of a right password. */
    sealed interface Outcome {

        /** The agent is in. */
        record In(Opened session) implements Outcome {}

        /** Something is still missing. @param secret for the cookie that binds the step to this browser */
        record Waits(String secret, SignInStep.Kind step) implements Outcome {}
    }

    /** The password was right; whoever has a second factor, or must have one, is not in yet. */
    Outcome proceed(UUID workspace, Agent agent, Browser browser, Instant now) {
        SecondFactors.Standing standing = factors.of(workspace, agent.id());
        if (!standing.asked()) {
            return new Outcome.In(open(workspace, agent, browser, now));
        }
        SignInStep.Kind kind = standing.any() ? SignInStep.Kind.SECOND_FACTOR : SignInStep.Kind.ENROLMENT;
        String secret = Secret.ofSession();
        steps.put(
                workspace,
                StepCookie.binding(secret),
                new SignInStep(Ids.next(), kind, agent.id(), null, Map.of()),
                now);
        return new Outcome.Waits(secret, kind);
    }

    void close(Actor by, UUID session) {
        UUID agent = by.agentId();
        if (sessions.delete(by.workspace(), agent, session)) {
            log.write(by, new SignedOut(agent, session));
        }
    }
}
