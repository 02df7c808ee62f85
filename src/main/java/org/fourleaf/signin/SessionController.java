package org.fourleaf.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.fourleaf.people.Greeting;
import org.fourleaf.people.Greetings;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and the browsers an agent is signed in with. */
@RestController
@RequestMapping("/api/v1")
class SessionController {

    record Credentials(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String email,
            @NotBlank @Size(max = Passwords.LENGTH_MAX) String password) {

        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    private final SigningIn signingIn;
    private final SignInRecords records;
    private final Sessions sessions;
    private final Greetings greetings;
    private final Entrance entrance;

    SessionController(
            SigningIn signingIn, SignInRecords records, Sessions sessions, Greetings greetings, Entrance entrance) {
        this.signingIn = signingIn;
        this.records = records;
        this.sessions = sessions;
        this.greetings = greetings;
        this.entrance = entrance;
    }

    @GetMapping("/session")
    Greeting get(Actor by) {
        return greetings.of(by);
    }

    @PostMapping("/session")
    ResponseEntity<Greeting> signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        UUID workspace = Workspaces.current();
        if (workspace == null) {
            throw Refusal.conflict("not-set-up", "There is no workspace yet: open the set-up page first.");
        }
        SignInRecords.Outcome outcome =
                signingIn.signIn(workspace, credentials.email, credentials.password, entrance.browser(request));
        return switch (outcome) {
            case SignInRecords.Outcome.In in -> entrance.enter(in.session(), request, response);
            case SignInRecords.Outcome.Waits waits -> {
                response.addCookie(StepCookie.of(waits.secret(), request));
                throw waits.step() == SignInStep.Kind.ENROLMENT
                        ? Refusal.of(
                                Refusal.Kind.UNAUTHENTICATED,
                                "second-factor-enrolment-needed",
                                "This workspace asks for a second factor: set one up.")
                        : Refusal.of(
                                Refusal.Kind.UNAUTHENTICATED,
                                "second-factor-needed",
                                "The password is right: now the second factor.");
            }
        };
    }

    @DeleteMapping("/session")
    ResponseEntity<Void> signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (caller.via() == Caller.Via.SESSION) {
            records.close(caller.actor(), caller.credential());
        }
        response.addCookie(SessionCookie.removed(request));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/sessions")
    Page<Session> list(Caller caller) {
        return new Page<>(sessions.of(caller.actor(), caller.credential()), null);
    }

    /** All but the one that asks. */
    @DeleteMapping("/sessions")
    ResponseEntity<Void> revokeOthers(Caller caller) {
        caller.mustBeWhole();
        sessions.endOthers(caller.actor(), caller.via() == Caller.Via.SESSION ? caller.credential() : null);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/agents/{agent}/sessions")
    Page<Session> listOf(Actor by, @PathVariable String agent) {
        return new Page<>(sessions.of(by, agent), null);
    }

    @DeleteMapping("/agents/{agent}/sessions")
    ResponseEntity<Void> revokeAllOf(Actor by, Caller caller, @PathVariable String agent) {
        caller.mustBeWhole();
        sessions.end(by, agent, null);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/agents/{agent}/sessions/{id}")
    ResponseEntity<Void> revokeOf(Actor by, Caller caller, @PathVariable String agent, @PathVariable UUID id) {
        caller.mustBeWhole();
        sessions.end(by, agent, id);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/sessions/{id}")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable UUID id) {
        caller.mustBeWhole();
        records.close(caller.actor(), id);
        return ResponseEntity.noContent().build();
    }
}
