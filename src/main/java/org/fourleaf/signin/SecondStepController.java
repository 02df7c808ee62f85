package org.fourleaf.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.Greeting;
import org.fourleaf.platform.database.Workspaces;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second step of signing in, for a browser whose password was right. */
@RestController
@RequestMapping("/api/v1/session/second-step")
class SecondStepController {

    static final int CODE_LENGTH_MAX = 50;

    /** What the agent can show. */
    record Possible(boolean totp, boolean recoveryCode, boolean passkey) {}

    record Code(@NotBlank @Size(max = CODE_LENGTH_MAX) String code) {

        @Override
        public String toString() {
            return "Code";
        }
    }

    /** Told this once. */
    record RecoveryCodes(List<String> recoveryCodes) {}

    private final SecondStepping stepping;
    private final SecondFactors factors;
    private final Entrance entrance;

    SecondStepController(SecondStepping stepping, SecondFactors factors, Entrance entrance) {
        this.stepping = stepping;
        this.factors = factors;
        this.entrance = entrance;
    }

    static UUID workspace() {
        UUID workspace = Workspaces.current();
        if (workspace == null) {
            throw SecondStepping.over();
        }
        return workspace;
    }

    @GetMapping
    Possible get(HttpServletRequest request) {
        UUID workspace = workspace();
        SecondStepRecords.Waiting waiting =
                stepping.waiting(workspace, StepCookie.bindingIn(request), SignInStep.Kind.SECOND_FACTOR);
        SecondFactors.Standing standing = factors.of(workspace, waiting.agent().id());
        return new Possible(
                standing.totpSince() != null,
                standing.recoveryCodesLeft() > 0,
                !standing.passkeys().isEmpty());
    }

    @PostMapping
    ResponseEntity<Greeting> enter(
            @Valid @RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        SignInRecords.Opened opened =
                stepping.enter(workspace(), StepCookie.bindingIn(request), code.code, entrance.browser(request));
        return entrance.enter(opened, request, response);
    }

    /** For one who must have a second factor and has none. */
    @PostMapping("/totp")
    ResponseEntity<SecondFactors.Offer> begin(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(stepping.begin(workspace(), StepCookie.bindingIn(request), entrance.browser(request)));
    }

    @PostMapping("/totp/confirmation")
    ResponseEntity<RecoveryCodes> confirm(
            @Valid @RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        SecondStepRecords.Enrolled enrolled =
                stepping.enrol(workspace(), StepCookie.bindingIn(request), code.code, entrance.browser(request));
        entrance.setCookies(enrolled.session(), request, response);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new RecoveryCodes(enrolled.recoveryCodes()));
    }
}
