package org.fourleaf.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.fourleaf.people.Greeting;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.PublicAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys over HTTP: one's own, and signing in by one. Options and answers are the browser's own JSON. */
@RestController
@RequestMapping("/api/v1")
class PasskeyController {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int ANSWER_LENGTH_MAX = 20_000;

    /** @param options for the browser's navigator.credentials, as JSON */
    record Options(String options) {}

    record Wanted(
            @NotBlank @Size(max = NAME_LENGTH_MAX) String name,
            @NotBlank @Size(max = ANSWER_LENGTH_MAX) String credential) {}

    record Answer(@NotBlank @Size(max = ANSWER_LENGTH_MAX) String credential) {}

    record Name(@NotBlank @Size(max = NAME_LENGTH_MAX) String name) {}

    private final Passkeys passkeys;
    private final PasskeyRecords records;
    private final PasswordChecking checking;
    private final SecondStepping stepping;
    private final Entrance entrance;
    private final PublicAddress address;

    PasskeyController(
            Passkeys passkeys,
            PasskeyRecords records,
            PasswordChecking checking,
            SecondStepping stepping,
            Entrance entrance,
            PublicAddress address) {
        this.passkeys = passkeys;
        this.records = records;
        this.checking = checking;
        this.stepping = stepping;
        this.entrance = entrance;
        this.address = address;
    }

    @GetMapping("/me/passkeys")
    Page<Passkey> list(Actor by) {
        return new Page<>(records.of(by), null);
    }

    /** For a browser that is signed in, with the password once more. */
    @PostMapping("/me/passkeys/challenge")
    ResponseEntity<Options> begin(
            Actor by,
            Caller caller,
            @Valid @RequestBody SecondFactorController.Proof proof,
            HttpServletRequest request) {
        mustBeASession(caller);
        checking.mustBe(by, proof.password(), "/password");
        return told(passkeys.begin(by, caller.credential(), place(request)));
    }

    @PostMapping("/me/passkeys")
    ResponseEntity<Passkey> add(
            Actor by, Caller caller, @Valid @RequestBody Wanted wanted, HttpServletRequest request) {
        mustBeASession(caller);
        Passkey made = passkeys.add(by, caller.credential(), wanted.name, wanted.credential, place(request));
        return ResponseEntity.created(URI.create("/api/v1/me/passkeys/" + made.id()))
                .body(made);
    }

    @PatchMapping("/me/passkeys/{id}")
    ResponseEntity<Void> rename(Actor by, Caller caller, @PathVariable UUID id, @Valid @RequestBody Name name) {
        caller.mustBeWhole();
        records.rename(by, id, name.name);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/me/passkeys/{id}")
    ResponseEntity<Void> remove(Actor by, Caller caller, @PathVariable UUID id) {
        caller.mustBeWhole();
        records.remove(by, id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/session/passkey/challenge")
    ResponseEntity<Options> ask(HttpServletRequest request, HttpServletResponse response) {
        Passkeys.Asked asked =
                passkeys.ask(SecondStepController.workspace(), entrance.browser(request), place(request));
        response.addCookie(StepCookie.of(asked.secret(), request));
        return told(asked.options());
    }

    @PostMapping("/session/passkey")
    ResponseEntity<Greeting> enter(
            @Valid @RequestBody Answer answer, HttpServletRequest request, HttpServletResponse response) {
        SignInRecords.Opened opened = passkeys.enter(
                SecondStepController.workspace(),
                StepCookie.bindingIn(request),
                answer.credential,
                entrance.browser(request),
                place(request));
        return entrance.enter(opened, request, response);
    }

    @PostMapping("/session/second-step/passkey/challenge")
    ResponseEntity<Options> askSecond(HttpServletRequest request) {
        UUID workspace = SecondStepController.workspace();
        String binding = StepCookie.bindingIn(request);
        UUID agent = stepping.waiting(workspace, binding, SignInStep.Kind.SECOND_FACTOR)
                .agent()
                .id();
        return told(passkeys.askSecond(
                workspace, String.valueOf(binding), agent, entrance.browser(request), place(request)));
    }

    @PostMapping("/session/second-step/passkey")
    ResponseEntity<Greeting> enterSecond(
            @Valid @RequestBody Answer answer, HttpServletRequest request, HttpServletResponse response) {
        UUID workspace = SecondStepController.workspace();
        String binding = StepCookie.bindingIn(request);
        UUID agent = stepping.waiting(workspace, binding, SignInStep.Kind.SECOND_FACTOR)
                .agent()
                .id();
        SignInRecords.Opened opened = passkeys.enterSecond(
                workspace,
                String.valueOf(binding),
                agent,
                answer.credential,
                entrance.browser(request),
                place(request));
        return entrance.enter(opened, request, response);
    }

    private WebAuthn.Place place(HttpServletRequest request) {
        return new WebAuthn.Place(address.origin(request), address.host(request));
    }

    private static void mustBeASession(Caller caller) {
        if (caller.via() != Caller.Via.SESSION) {
            throw Refusal.forbidden("agent-needed", "Only an agent in a browser can do this.");
        }
    }

    private static ResponseEntity<Options> told(String options) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Options(options));
    }
}
