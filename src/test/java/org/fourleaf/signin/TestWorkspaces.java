package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.FirstOwner;
import org.fourleaf.people.Workspace;
import org.fourleaf.people.WorkspaceOpening;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens workspaces for tests, as many as they like beside each other: strangers tell them apart by host name. */
@TestComponent
public class TestWorkspaces {

    public static final String OWNER_EMAIL = "olga@example.com";
    public static final String OWNER_PASSWORD = "a long enough password";

    /** A workspace, its owner and how to come in. */
    public record Opened(Workspace workspace, Actor owner, String ownerToken, String host) {}

    private final WorkspaceOpening opening;
    private final TokenMaking tokens;
    private final PasswordStore stored;
    private final String passwordHash;
    private final TransactionTemplate transaction;

    TestWorkspaces(
            WorkspaceOpening opening,
            TokenMaking tokens,
            PasswordStore stored,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.opening = opening;
        this.tokens = tokens;
        this.stored = stored;
        this.transaction = transaction;
        passwordHash = passwords.hash(OWNER_PASSWORD, "/password");
    }

    public Opened open() {
        UUID id = Ids.next();
        Workspace workspace = new Workspace(id, "Acme", "Europe/Vilnius", "en", false);
        Actor owner = opening.open(
                workspace,
                new FirstOwner("Olga Owner", OWNER_EMAIL),
                new FirstChoices("Support", null, null, "en", false),
                made -> stored.put(made.workspace(), made.agentId(), passwordHash));
        String token = Workspaces.call(
                id,
                () -> transaction.execute(
                        status -> tokens.make(owner, new TokenMaking.Wish("tests", null, null, null, null))
                                .secret()));
        String host = id + ".test";
        JdbcClient.create(TestDatabase.owner())
                .sql("update workspace set host = ? where id = ?")
                .param(host)
                .param(id)
                .update();
        return new Opened(workspace, owner, token, host);
    }
}
