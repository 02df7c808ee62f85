package org.fourleaf.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Quota;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An agent's own password over HTTP. */
@RestController
@RequestMapping("/api/v1/me/password")
class PasswordController {

    private static final int PASSWORD_TRIES_AT_ONCE = 5;
    private static final int PASSWORD_TRIES_PER_MINUTE = 2;

    /** The current one and the new one; "new" is the field's name outside. */
    record NewPassword(
            @NotBlank @Size(max = Passwords.LENGTH_MAX) String current,

            @JsonProperty("new") @NotBlank @Size(max = Passwords.LENGTH_MAX)
            String next) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    private final PasswordChanging changing;
    private final Passwords passwords;
    private final Quota tries = new Quota(PASSWORD_TRIES_AT_ONCE, PASSWORD_TRIES_PER_MINUTE, Duration.ofMinutes(1));

    PasswordController(PasswordChanging changing, Passwords passwords) {
        this.changing = changing;
        this.passwords = passwords;
    }

    @PutMapping
    ResponseEntity<Void> change(Actor by, Caller caller, @Valid @RequestBody NewPassword wanted) {
        caller.mustBeWhole();
        if (!tries.take(by.agentId())) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Too many tries. Wait a minute.");
        }
        if (!passwords.match(wanted.current, changing.current(by))) {
            throw Refusal.invalid("/current", "This is not your current password.");
        }
        String hash = passwords.hash(wanted.next, "/new");
        changing.change(by, hash, caller.via() == Caller.Via.SESSION ? caller.credential() : null);
        return ResponseEntity.noContent().build();
    }
}
