package org.fourleaf.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.AgentEditing;
import org.fourleaf.people.Agents;
import org.fourleaf.people.Greetings;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an agent shows after the password: a code of their app, a recovery code, a passkey; how it is set up and taken away. */
@Component
@Transactional
class SecondFactors {

    private static final int RECOVERY_CODES = 10;

    /** What stands for an agent. @param totpSince none without an app */
    record Standing(
            boolean hasPassword,
            @Nullable Instant totpSince,
            int recoveryCodesLeft,
            List<Passkey> passkeys,
            boolean required) {

        boolean any() {
            return totpSince != null || !passkeys.isEmpty();
        }

        /** A passkey alone asks nothing of a password: it is the better way in, not one more hurdle. */
        boolean asked() {
            return totpSince != null || required;
        }
    }

    /** What an app is set up with, shown until it is confirmed. @param qrSvg a picture of the uri */
    record Offer(String secret, String uri, String qrSvg) {

        @Override
        public String toString() {
            return "Offer";
        }
    }

    private final TotpStore totps;
    private final RecoveryCodeStore recovery;
    private final PasskeyStore passkeys;
    private final PasswordStore passwords;
    private final SignInRuleStore rules;
    private final Agents agents;
    private final AgentEditing editing;
    private final Greetings greetings;
    private final Log log;
    private final Clock clock;

    SecondFactors(
            TotpStore totps,
            RecoveryCodeStore recovery,
            PasskeyStore passkeys,
            PasswordStore passwords,
            SignInRuleStore rules,
            Agents agents,
            AgentEditing editing,
            Greetings greetings,
            Log log,
            Clock clock) {
        this.totps = totps;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.rules = rules;
        this.agents = agents;
        this.editing = editing;
        this.greetings = greetings;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Standing of(UUID workspace, UUID agent) {
        return new Standing(
                passwords.hash(workspace, agent).isPresent(),
                totps.find(workspace, agent).map(TotpStore.Stored::confirmedAt).orElse(null),
                recovery.left(workspace, agent),
                passkeys.of(workspace, agent).stream()
                        .map(PasskeyStore.Stored::passkey)
                        .toList(),
                rules.find(workspace).orElse(SignInRules.NONE).secondFactorRequired());
    }

    /** For those who look after agents. */
    @Transactional(readOnly = true)
    public Standing standing(Actor by, String reference) {
        Agent agent = agents.readable(by, reference);
        by.mustHave(Permission.AGENTS_MANAGE);
        return of(by.workspace(), agent.id());
    }

    /** @throws Refusal conflict when an app is set up already */
    Offer begin(UUID workspace, Agent agent) {
        byte[] secret = Totp.newSecret();
        if (!totps.begin(workspace, agent.id(), secret)) {
            throw Refusal.conflict("second-factor-on", "An app is set up already: remove it first.");
        }
        String uri = Totp.uri(greetings.of(workspace, agent.id()).workspace().name(), agent.email(), secret);
        return new Offer(Totp.base32(secret), uri, Totp.qrSvg(uri));
    }

    /** @return the recovery codes, told this once. @throws Refusal invalid when the code is not the app's */
    List<String> confirm(Actor by, String code) {
        UUID agent = by.agentId();
        if (!useTotp(by.workspace(), agent, code, false)) {
            throw Refusal.invalid("/code", "This is not the code the app shows now.");
        }
        if (!totps.confirm(by.workspace(), agent, clock.instant())) {
            throw Refusal.conflict("second-factor-on", "An app is set up already: remove it first.");
        }
        log.write(by, new SecondFactorOn(agent));
        return newRecoveryCodes(by);
    }

    List<String> newRecoveryCodes(Actor by) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(Secret.ofRecovery());
        }
        recovery.replace(by.workspace(), by.agentId(), codes);
        log.write(by, new RecoveryCodesMade(by.agentId()));
        return codes;
    }

    /** A code of the app or a recovery code, each good for once. @return whether it was right and unused */
    boolean use(Actor by, String code) {
        UUID agent = by.agentId();
        String plain = code.replaceAll("[\\s-]", "");
        if (plain.length() == Totp.DIGITS) {
            return useTotp(by.workspace(), agent, plain, true);
        }
        boolean used = recovery.use(by.workspace(), agent, plain, clock.instant());
        if (used) {
            log.write(by, new RecoveryCodeUsed(agent, recovery.left(by.workspace(), agent)));
        }
        return used;
    }

    private boolean useTotp(UUID workspace, UUID agent, String code, boolean confirmed) {
        TotpStore.Stored stored = totps.find(workspace, agent).orElse(null);
        if (stored == null || stored.secret() == null || (stored.confirmedAt() != null) != confirmed) {
            return false;
        }
        OptionalLong step = Totp.stepOf(stored.secret(), code, clock.instant());
        return step.isPresent() && totps.use(workspace, agent, step.getAsLong());
    }

    /** The agent themselves. */
    void removeTotp(Actor by) {
        remove(by, by.agentId(), false);
    }

    /** By somebody who looks after agents, for one who lost everything: app, recovery codes and passkeys. */
    void reset(Actor by, String reference) {
        Agent agent = agents.readable(by, reference);
        editing.checkMayEdit(by, agent);
        remove(by, agent.id(), true);
    }

    private void remove(Actor by, UUID agent, boolean passkeysToo) {
        boolean any = totps.delete(by.workspace(), agent);
        recovery.deleteAll(by.workspace(), agent);
        if (passkeysToo) {
            any |= passkeys.deleteAll(by.workspace(), agent) > 0;
        }
        if (any) {
            log.write(by, new SecondFactorOff(agent));
        }
    }
}
