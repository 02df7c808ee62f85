package org.fourleaf.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an agent secures their own way in, and how another's is reset. */
@RestController
@RequestMapping("/api/v1")
class SecondFactorController {

    /** @param password the agent's own, where there is one */
    record Proof(@Nullable @Size(max = Passwords.LENGTH_MAX) String password) {

        @Override
        public String toString() {
            return "Proof";
        }
    }

    record FullProof(
            @Nullable @Size(max = Passwords.LENGTH_MAX) String password,

            @NotBlank @Size(max = SecondStepController.CODE_LENGTH_MAX)
            String code) {

        @Override
        public String toString() {
            return "FullProof";
        }
    }

    private final SecondFactors factors;
    private final PasswordChecking checking;
    private final Agents agents;

    SecondFactorController(SecondFactors factors, PasswordChecking checking, Agents agents) {
        this.factors = factors;
        this.checking = checking;
        this.agents = agents;
    }

    @GetMapping("/me/security")
    SecondFactors.Standing get(Actor by) {
        return factors.of(by.workspace(), by.agentId());
    }

    @PostMapping("/me/totp")
    ResponseEntity<SecondFactors.Offer> begin(Actor by, Caller caller, @Valid @RequestBody Proof proof) {
        caller.mustBeWhole();
        checking.mustBe(by, proof.password, "/password");
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(factors.begin(by.workspace(), agents.readable(by, by.agentId())));
    }

    @PostMapping("/me/totp/confirmation")
    ResponseEntity<SecondStepController.RecoveryCodes> confirm(
            Actor by, Caller caller, @Valid @RequestBody SecondStepController.Code code) {
        caller.mustBeWhole();
        return told(new SecondStepController.RecoveryCodes(factors.confirm(by, code.code())));
    }

    @PostMapping("/me/recovery-codes")
    ResponseEntity<SecondStepController.RecoveryCodes> renew(Actor by, Caller caller, @Valid @RequestBody Proof proof) {
        caller.mustBeWhole();
        checking.mustBe(by, proof.password, "/password");
        if (!factors.of(by.workspace(), by.agentId()).any()) {
            throw Refusal.conflict("second-factor-off", "Recovery codes go with a second factor: set one up first.");
        }
        return told(new SecondStepController.RecoveryCodes(factors.newRecoveryCodes(by)));
    }

    /** With password and code: whoever has only one of them can't take the other away. */
    @PostMapping("/me/totp/removal")
    ResponseEntity<Void> remove(Actor by, Caller caller, @Valid @RequestBody FullProof proof) {
        caller.mustBeWhole();
        checking.mustBe(by, proof.password, "/password");
        if (!factors.use(by, proof.code)) {
            throw Refusal.invalid("/code", "This code is wrong, or was used before.");
        }
        factors.removeTotp(by);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/agents/{agent}/security")
    Shown of(Actor by, @PathVariable String agent) {
        SecondFactors.Standing standing = factors.standing(by, agent);
        return new Shown(
                standing.hasPassword(),
                standing.totpSince() != null,
                standing.passkeys().size());
    }

    /** What those who look after agents see. */
    record Shown(boolean hasPassword, boolean totp, int passkeys) {}

    @DeleteMapping("/agents/{agent}/second-factor")
    ResponseEntity<Void> reset(Actor by, Caller caller, @PathVariable String agent) {
        caller.mustBeWhole();
        factors.reset(by, agent);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<SecondStepController.RecoveryCodes> told(SecondStepController.RecoveryCodes codes) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(codes);
    }
}
