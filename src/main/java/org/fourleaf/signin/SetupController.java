package org.fourleaf.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.fourleaf.people.AgentWords;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.FirstOwner;
import org.fourleaf.people.Greeting;
import org.fourleaf.people.Greetings;
import org.fourleaf.people.Workspace;
import org.fourleaf.people.WorkspaceOpening;
import org.fourleaf.people.WorkspaceRegister;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The set-up page's calls: the first visit to an empty Fourleaf makes its workspace. */
@RestController
@RequestMapping("/api/v1/setup")
class SetupController {

    private static final int TRIES_AT_ONCE = 10;
    private static final int TRIES_PER_MINUTE = 10;
    private static final int CODE_LENGTH_MAX = 50;

    record Needed(boolean needed, @Nullable String workspaceName) {}

    record Owner(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String email,
            @NotBlank @Size(max = Passwords.LENGTH_MAX) String password) {

        @Override
        public String toString() {
            return "Owner[" + email + "]";
        }
    }

    record FirstMailbox(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String address,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name) {}

    record Choices(
            @NotBlank @Size(max = CODE_LENGTH_MAX) String code,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String workspaceName,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String timeZone,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String language,
            @NotNull @Valid Owner owner,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @Nullable @Valid FirstMailbox mailbox,
            @Nullable Boolean demo) {}

    private final SetupCode code;
    private final WorkspaceOpening opening;
    private final WorkspaceRegister workspaces;
    private final Passwords passwords;
    private final PasswordStore stored;
    private final SignInRecords records;
    private final Greetings greetings;
    private final ClientAddress addresses;
    private final Clock clock;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    SetupController(
            SetupCode code,
            WorkspaceOpening opening,
            WorkspaceRegister workspaces,
            Passwords passwords,
            PasswordStore stored,
            SignInRecords records,
            Greetings greetings,
            ClientAddress addresses,
            Clock clock) {
        this.code = code;
        this.opening = opening;
        this.workspaces = workspaces;
        this.passwords = passwords;
        this.stored = stored;
        this.records = records;
        this.greetings = greetings;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping
    Needed needed(HttpServletRequest request) {
        return workspaces.isEmpty()
                ? new Needed(true, null)
                : new Needed(
                        false,
                        workspaces
                                .byHost(request.getServerName())
                                .map(Workspace::name)
                                .orElse(null));
    }

    @PostMapping
    ResponseEntity<Greeting> setUp(
            @Valid @RequestBody Choices choices, HttpServletRequest request, HttpServletResponse response) {
        String address = addresses.of(request);
        if (!tries.take(address)) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Too many tries. Wait a minute.");
        }
        if (!workspaces.isEmpty()) {
            throw Refusal.conflict("already-set-up", "Fourleaf is set up already: sign in.");
        }
        if (!code.matches(choices.code)) {
            throw Refusal.forbidden("wrong-setup-code", "This is not the code that the log shows.");
        }
        Workspace workspace = new Workspace(
                Ids.next(),
                Texts.line(choices.workspaceName),
                AgentWords.timeZone(choices.timeZone, "/time_zone"),
                AgentWords.uiLanguage(choices.language, "/language"),
                Boolean.TRUE.equals(choices.demo));
        FirstOwner owner = new FirstOwner(choices.owner.name, EmailAddress.of(choices.owner.email, "/owner/email"));
        String hash = passwords.hash(choices.owner.password, "/owner/password");
        Actor by = opening.openFirst(
                workspace,
                owner,
                furniture(choices, workspace),
                made -> stored.put(made.workspace(), made.agentId(), hash));
        Browser browser = new Browser(address, request.getHeader(HttpHeaders.USER_AGENT));
        return Workspaces.call(workspace.id(), () -> welcome(by, browser, request, response));
    }

    private ResponseEntity<Greeting> welcome(
            Actor by, Browser browser, HttpServletRequest request, HttpServletResponse response) {
        SignInRecords.Opened session = records.open(by, browser, clock.instant());
        response.addCookie(SessionCookie.of(session.secret(), request));
        return ResponseEntity.created(URI.create("/api/v1/session")).body(greetings.of(by));
    }

    private static FirstChoices furniture(Choices choices, Workspace workspace) {
        return new FirstChoices(
                Texts.line(choices.department),
                choices.mailbox == null ? null : EmailAddress.of(choices.mailbox.address, "/mailbox/address"),
                choices.mailbox == null || choices.mailbox.name == null
                        ? null
                        : Texts.orNull(Texts.line(choices.mailbox.name)),
                workspace.language(),
                workspace.demo());
    }
}
