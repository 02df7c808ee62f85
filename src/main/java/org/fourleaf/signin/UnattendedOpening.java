package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.people.AgentWords;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.FirstOwner;
import org.fourleaf.people.Workspace;
import org.fourleaf.people.WorkspaceOpening;
import org.fourleaf.people.WorkspaceRegister;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Opens the first workspace without hands, by the FOURLEAF_OWNER_… variables, before Fourleaf says it is ready; or, without them, says
 * where and with which code a person opens it. Once there is a workspace it does nothing.
 */
@Component
class UnattendedOpening implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(UnattendedOpening.class);
    private static final int TOKEN_LENGTH_MIN = 32;
    private static final String REMEDY = "Correct the FOURLEAF_OWNER_ variables and start again.";

    private final Environment environment;
    private final WorkspaceRegister workspaces;
    private final WorkspaceOpening opening;
    private final TokenMaking tokens;
    private final Passwords passwords;
    private final PasswordStore stored;
    private final SetupCode code;

    UnattendedOpening(
            Environment environment,
            WorkspaceRegister workspaces,
            WorkspaceOpening opening,
            TokenMaking tokens,
            Passwords passwords,
            PasswordStore stored,
            SetupCode code) {
        this.environment = environment;
        this.workspaces = workspaces;
        this.opening = opening;
        this.tokens = tokens;
        this.passwords = passwords;
        this.stored = stored;
        this.code = code;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!workspaces.isEmpty()) {
            return;
        }
        String email = variable("owner-email", "");
        if (email.isEmpty()) {
            log.info("Nothing is set up yet. The set-up page asks for this code: {}", code.shown());
            return;
        }
        try {
            open(email, variable("owner-password", ""), variable("owner-token", ""));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw new StartRefused(String.valueOf(e.getMessage()), REMEDY, e);
            }
            // Another node was faster: there is a workspace, as wanted.
        }
    }

    private void open(String email, String password, String token) {
        if (password.isEmpty() && token.isEmpty()) {
            throw new StartRefused("FOURLEAF_OWNER_EMAIL is set, but no way for the owner to come in.", REMEDY);
        }
        if (!token.isEmpty() && (token.length() < TOKEN_LENGTH_MIN || token.length() > Secret.LENGTH_MAX)) {
            throw new StartRefused(
                    "FOURLEAF_OWNER_TOKEN must have %d to %d characters."
                            .formatted(TOKEN_LENGTH_MIN, Secret.LENGTH_MAX),
                    REMEDY);
        }
        String address = EmailAddress.of(email, "FOURLEAF_OWNER_EMAIL");
        UUID id = Ids.next();
        Workspace workspace = new Workspace(
                id,
                variable("workspace-name", "Fourleaf"),
                AgentWords.timeZone(variable("time-zone", "UTC"), "FOURLEAF_TIME_ZONE"),
                AgentWords.UI_LANGUAGES.getFirst(),
                false);
        FirstOwner owner = new FirstOwner(address.substring(0, address.indexOf('@')), address);
        String hash = password.isEmpty() ? null : passwords.hash(password, "FOURLEAF_OWNER_PASSWORD");
        FirstChoices choices = new FirstChoices("Support", null, null, workspace.language(), false);
        opening.openFirst(workspace, owner, choices, by -> {
            if (hash != null) {
                stored.put(by.workspace(), by.agentId(), hash);
            }
            if (!token.isEmpty()) {
                tokens.makeFirst(by, token);
            }
        });
        log.info("Opened the workspace {} for {}.", workspace.name(), address);
    }

    /** FOURLEAF_OWNER_EMAIL and its like; an empty one counts as none. */
    private String variable(String name, String otherwise) {
        String value = environment.getProperty("fourleaf." + name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
