package org.fourleaf.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the second step reads and writes, each a transaction of its own: a refusal is kept although the request fails. */
@Component
@Transactional
class SecondStepRecords {

    /** The session, and the recovery codes that are told this once. */
    record Enrolled(SignInRecords.Opened session, List<String> recoveryCodes) {}

    private final StepStore steps;
    private final SignInFailureStore failures;
    private final SecondFactors factors;
    private final SignInRecords records;
    private final Agents agents;
    private final Log log;

    SecondStepRecords(
            StepStore steps,
            SignInFailureStore failures,
            SecondFactors factors,
            SignInRecords records,
            Agents agents,
            Log log) {
        this.steps = steps;
        this.failures = failures;
        this.factors = factors;
        this.records = records;
        this.agents = agents;
        this.log = log;
    }

    /** The step and its agent, while both are good. */
    @Transactional(readOnly = true)
    public Optional<Waiting> find(UUID workspace, String binding, SignInStep.Kind kind, Instant now) {
        return steps.find(workspace, binding, kind, now)
                .flatMap(step -> agents.find(Actor.system(workspace), String.valueOf(step.agent()))
                        .filter(Agent::active)
                        .map(agent -> new Waiting(step, agent)));
    }

    /** Somebody whose password was right. */
    record Waiting(SignInStep step, Agent agent) {

        Actor actor(UUID workspace) {
            return Actor.agent(workspace, agent.id(), agent.name(), Set.of());
        }
    }

    @Transactional(readOnly = true)
    public int failures(UUID workspace, UUID agent, String address, Instant since) {
        return failures.count(workspace, key(agent), address, since).all();
    }

    /** @return none when the code is wrong or was used. @throws Refusal when the step ended meanwhile: then nothing was used */
    Optional<SignInRecords.Opened> enter(
            UUID workspace, String binding, Waiting waiting, String code, Browser browser, Instant now) {
        if (!factors.use(waiting.actor(workspace), code)) {
            return Optional.empty();
        }
        take(workspace, binding, SignInStep.Kind.SECOND_FACTOR, now);
        failures.deleteAll(workspace, key(waiting.agent.id()));
        return Optional.of(records.open(workspace, waiting.agent, browser, now));
    }

    SecondFactors.Offer begin(UUID workspace, Waiting waiting) {
        return factors.begin(workspace, waiting.agent);
    }

    Enrolled enrol(UUID workspace, String binding, Waiting waiting, String code, Browser browser, Instant now) {
        List<String> codes = factors.confirm(waiting.actor(workspace), code);
        take(workspace, binding, SignInStep.Kind.ENROLMENT, now);
        return new Enrolled(records.open(workspace, waiting.agent, browser, now), codes);
    }

    private void take(UUID workspace, String binding, SignInStep.Kind kind, Instant now) {
        if (steps.take(workspace, binding, kind, now).isEmpty()) {
            throw SecondStepping.over();
        }
    }

    void refused(UUID workspace, Waiting waiting, String address, Instant now) {
        failures.insert(workspace, key(waiting.agent.id()), address, now);
        steps.fail(workspace, waiting.step.id());
        log.write(Actor.system(workspace), new SignInRefused(waiting.agent.id()));
    }

    /** No e-mail address looks like this: passwords and second factors are counted apart. */
    private static String key(UUID agent) {
        return "second step of " + agent;
    }
}
