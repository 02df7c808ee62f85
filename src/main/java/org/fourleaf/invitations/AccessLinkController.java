package org.fourleaf.invitations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.PublicAddress;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ways in over HTTP: made by whoever looks after agents, asked for and used by strangers. */
@RestController
@RequestMapping("/api/v1")
class AccessLinkController {

    private static final int SECRET_LENGTH_MAX = 200;
    private static final int ASKED_AT_ONCE = 10;
    private static final int ASKED_AN_HOUR = 20;
    private static final int MAILS_AT_ONCE = 3;
    private static final int MAILS_AN_HOUR = 3;
    private static final int TRIES_AT_ONCE = 30;
    private static final int TRIES_PER_MINUTE = 10;

    /** @param mail false to be told the link in place of a mail; true without */
    record Wanted(@Nullable Boolean mail) {}

    record Forgotten(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String email) {}

    record Held(@NotBlank @Size(max = SECRET_LENGTH_MAX) String token) {

        @Override
        public String toString() {
            return "Held";
        }
    }

    record Used(
            @NotBlank @Size(max = SECRET_LENGTH_MAX) String token,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @NotBlank @Size(max = Limits.PASSWORD_LENGTH_MAX)
            String password) {

        @Override
        public String toString() {
            return "Used";
        }
    }

    private final Inviting inviting;
    private final ComingIn comingIn;
    private final PublicAddress address;
    private final WorkspacePlace known;
    private final ClientAddress clients;
    private final Quota asked = new Quota(ASKED_AT_ONCE, ASKED_AN_HOUR, Duration.ofHours(1));
    private final Quota mails = new Quota(MAILS_AT_ONCE, MAILS_AN_HOUR, Duration.ofHours(1));
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    AccessLinkController(
            Inviting inviting, ComingIn comingIn, PublicAddress address, WorkspacePlace known, ClientAddress clients) {
        this.inviting = inviting;
        this.comingIn = comingIn;
        this.address = address;
        this.known = known;
        this.clients = clients;
    }

    /** Those that are open in the whole workspace, the newest first. */
    @GetMapping("/access-links")
    Page<AccessLink> all(Actor by) {
        return new Page<>(inviting.all(by), null);
    }

    @GetMapping("/agents/{agent}/access-links")
    Page<AccessLink> of(Actor by, @PathVariable String agent) {
        return new Page<>(inviting.of(by, agent), null);
    }

    /** An invitation, or a reset for an agent who has a password; what was sent before ends. */
    @PostMapping("/agents/{agent}/access-links")
    ResponseEntity<AccessLink> invite(
            Actor by,
            Caller caller,
            @PathVariable String agent,
            @Valid @RequestBody Wanted wanted,
            HttpServletRequest request) {
        caller.mustBeWhole();
        boolean byMail = !Boolean.FALSE.equals(wanted.mail);
        String origin = known.configured(by.workspace()).orElseGet(() -> address.origin(request));
        return ResponseEntity.created(URI.create("/api/v1/agents/" + agent + "/access-links"))
                .cacheControl(CacheControl.noStore())
                .body(inviting.invite(by, agent, byMail, origin));
    }

    @DeleteMapping("/agents/{agent}/access-links")
    ResponseEntity<Void> revoke(Actor by, Caller caller, @PathVariable String agent) {
        caller.mustBeWhole();
        inviting.revoke(by, agent);
        return ResponseEntity.noContent().build();
    }

    /** Answers the same, and as fast, whether there is such an agent or not. */
    @PostMapping("/password-resets")
    ResponseEntity<Void> forgotten(@Valid @RequestBody Forgotten forgotten, HttpServletRequest request) {
        UUID workspace = workspace();
        if (!asked.take(clients.of(request))) {
            throw tooMany();
        }
        String email = Texts.key(forgotten.email);
        if (mails.take(workspace + " " + email)) {
            inviting.forgotten(workspace, email);
        }
        return ResponseEntity.noContent().build();
    }

    /** Whom it is for; it stays as it is. */
    @PostMapping("/access-links/opened")
    ComingIn.Welcome look(@Valid @RequestBody Held held, HttpServletRequest request) {
        mustNotBeTooMany(request);
        return comingIn.look(workspace(), held.token);
    }

    /** Chooses the password. Signing in comes after, with it. */
    @PostMapping("/access-links/used")
    ResponseEntity<Void> use(@Valid @RequestBody Used used, HttpServletRequest request) {
        mustNotBeTooMany(request);
        String name = used.name == null ? null : Texts.name(used.name, "/name");
        comingIn.use(workspace(), used.token, name, used.password);
        return ResponseEntity.noContent().build();
    }

    private void mustNotBeTooMany(HttpServletRequest request) {
        if (!tries.take(clients.of(request))) {
            throw tooMany();
        }
    }

    private static UUID workspace() {
        UUID workspace = Workspaces.current();
        if (workspace == null) {
            throw Refusal.conflict("not-set-up", "There is no workspace yet: open the set-up page first.");
        }
        return workspace;
    }

    private static Refusal tooMany() {
        return Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Too many tries. Wait a while.");
    }
}
