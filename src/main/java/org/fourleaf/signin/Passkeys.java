package org.fourleaf.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Registers passkeys and lets agents in by them: without a password, because the device has checked who holds it, or in the place of a
 * code. Each challenge is bound to the browser that got it and good for one answer.
 */
@Component
class Passkeys {

    private static final int TRIES_AT_ONCE = 40;
    private static final int TRIES_PER_MINUTE = 20;

    /** A challenge as a browser takes it. @param secret for the cookie that binds it */
    record Asked(String secret, String options) {}

    private final PasskeyRecords records;
    private final WebAuthn webAuthn;
    private final SignInRuling rules;
    private final Agents agents;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    Passkeys(PasskeyRecords records, WebAuthn webAuthn, SignInRuling rules, Agents agents) {
        this.records = records;
        this.webAuthn = webAuthn;
        this.rules = rules;
        this.agents = agents;
    }

    String begin(Actor by, UUID session, WebAuthn.Place place) {
        String challenge = records.challenge(
                by.workspace(), bindingOf(session), SignInStep.Kind.PASSKEY_REGISTRATION, by.agentId());
        Agent agent = agents.readable(by, by.agentId());
        return webAuthn.creation(challenge, place, agent, records.credentialsOf(by.workspace(), agent.id()));
    }

    Passkey add(Actor by, UUID session, String name, String answer, WebAuthn.Place place) {
        SignInStep step = records.take(by.workspace(), bindingOf(session), SignInStep.Kind.PASSKEY_REGISTRATION);
        WebAuthn.Registered registered = webAuthn.registered(answer, String.valueOf(step.challenge()), place)
                .orElseThrow(() -> Refusal.invalid("/credential", "This is not a good answer to what was asked."));
        return records.add(by, name, registered);
    }

    private static String bindingOf(UUID session) {
        return "session " + session;
    }

    Asked ask(UUID workspace, Browser browser, WebAuthn.Place place) {
        mustNotBeTooMany(browser);
        String secret = Secret.ofSession();
        String challenge =
                records.challenge(workspace, StepCookie.binding(secret), SignInStep.Kind.PASSKEY_SIGN_IN, null);
        return new Asked(secret, webAuthn.request(challenge, place, List.of()));
    }

    /** @throws Refusal unauthenticated, whatever is wrong with the answer */
    SignInRecords.Opened enter(
            UUID workspace, @Nullable String binding, String answer, Browser browser, WebAuthn.Place place) {
        mustNotBeTooMany(browser);
        SignInStep step = records.take(workspace, binding, SignInStep.Kind.PASSKEY_SIGN_IN);
        return answered(workspace, step, answer, browser, place, null);
    }

    String askSecond(UUID workspace, String binding, UUID agent, Browser browser, WebAuthn.Place place) {
        mustNotBeTooMany(browser);
        String challenge = records.challenge(workspace, binding, SignInStep.Kind.PASSKEY_AS_SECOND, agent);
        return webAuthn.request(challenge, place, records.credentialsOf(workspace, agent));
    }

    SignInRecords.Opened enterSecond(
            UUID workspace, String binding, UUID agent, String answer, Browser browser, WebAuthn.Place place) {
        mustNotBeTooMany(browser);
        SignInStep step = records.take(workspace, binding, SignInStep.Kind.PASSKEY_AS_SECOND);
        SignInRecords.Opened opened = answered(workspace, step, answer, browser, place, agent);
        records.take(workspace, binding, SignInStep.Kind.SECOND_FACTOR);
        return opened;
    }

    private SignInRecords.Opened answered(
            UUID workspace,
            SignInStep step,
            String answer,
            Browser browser,
            WebAuthn.Place place,
            @Nullable UUID expected) {
        PasskeyStore.Stored stored = webAuthn.credentialOf(answer)
                .flatMap(id -> records.byCredential(workspace, id))
                .filter(known -> expected == null || expected.equals(known.agent()))
                .orElseThrow(Passkeys::wrong);
        Optional<Long> signCount = webAuthn.signed(answer, String.valueOf(step.challenge()), place, stored);
        Agent agent = records.active(workspace, stored.agent()).orElseThrow(Passkeys::wrong);
        if (signCount.isPresent() && expected == null && rules.ssoOnly(workspace) && !agent.isOwner()) {
            throw Refusal.forbidden("sso-only", "This workspace signs in by its single sign-on provider only.");
        }
        return signCount
                .flatMap(count -> records.enter(workspace, agent, stored, count, browser))
                .orElseThrow(() -> {
                    records.refused(workspace, agent.id());
                    return wrong();
                });
    }

    private void mustNotBeTooMany(Browser browser) {
        if (!tries.take(browser.address())) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-sign-ins", "Too many tries. Wait a minute.");
        }
    }

    private static Refusal wrong() {
        return Refusal.of(Refusal.Kind.UNAUTHENTICATED, "wrong-passkey", "This passkey opens nothing here.");
    }
}
