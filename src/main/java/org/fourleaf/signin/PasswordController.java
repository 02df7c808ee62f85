package org.fourleaf.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An agent's own password over HTTP. */
@RestController
@RequestMapping("/api/v1/me/password")
class PasswordController {

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
    private final PasswordChecking checking;

    PasswordController(PasswordChanging changing, Passwords passwords, PasswordChecking checking) {
        this.changing = changing;
        this.passwords = passwords;
        this.checking = checking;
    }

    @PutMapping
    ResponseEntity<Void> change(Actor by, Caller caller, @Valid @RequestBody NewPassword wanted) {
        caller.mustBeWhole();
        checking.mustMatch(by, wanted.current, changing.current(by), "/current");
        String hash = passwords.hash(wanted.next, "/new");
        changing.change(by, hash, caller.via() == Caller.Via.SESSION ? caller.credential() : null);
        return ResponseEntity.noContent().build();
    }
}
