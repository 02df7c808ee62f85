package org.fourleaf.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every agent may see and change of themselves. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private static final int PASSWORD_TRIES_AT_ONCE = 5;
    private static final int PASSWORD_TRIES_PER_MINUTE = 2;

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> alias,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String language,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String theme,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> timeZone,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> signatureHtml) {}

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

    private final Agents agents;
    private final AgentEditing editing;
    private final Sessions sessions;
    private final PasswordChanging changing;
    private final Passwords passwords;
    private final Quota tries = new Quota(PASSWORD_TRIES_AT_ONCE, PASSWORD_TRIES_PER_MINUTE, Duration.ofMinutes(1));

    MeController(
            Agents agents, AgentEditing editing, Sessions sessions, PasswordChanging changing, Passwords passwords) {
        this.agents = agents;
        this.editing = editing;
        this.sessions = sessions;
        this.changing = changing;
        this.passwords = passwords;
    }

    @GetMapping
    Greeting get(Actor by) {
        return sessions.greeting(by);
    }

    @PatchMapping
    Greeting change(Actor by, @Valid @RequestBody Change change) {
        Agent was = agents.readable(by, by.agentId());
        editing.changeSelf(by, was, changed(was, change));
        return sessions.greeting(by);
    }

    @PutMapping("/password")
    ResponseEntity<Void> changePassword(Actor by, Caller caller, @Valid @RequestBody NewPassword wanted) {
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

    private static Agent changed(Agent was, Change change) {
        return new Agent(
                was.id(),
                was.email(),
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                AgentController.line(change.alias.or(was.alias())),
                was.role(),
                change.language == null ? was.language() : AgentWords.uiLanguage(change.language, "/language"),
                change.theme == null ? was.theme() : AgentWords.theme(change.theme),
                change.timeZone
                        .map(zone -> AgentWords.timeZone(zone, "/time_zone"))
                        .or(was.timeZone()),
                Texts.orNull(change.signatureHtml.or(was.signatureHtml())),
                was.languages(),
                was.skills(),
                was.active(),
                was.createdAt(),
                was.version());
    }
}
