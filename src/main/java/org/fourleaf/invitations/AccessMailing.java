package org.fourleaf.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.email.NoticeMail;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.signin.PasswordSetting;
import org.fourleaf.templates.MailTemplate;
import org.fourleaf.templates.TemplateKind;
import org.fourleaf.templates.Templates;
import org.fourleaf.tickets.TextVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mails the ways in. The secret is made when its mail is, and only its hash kept; a mail that did not go is tried again with another
 * one, less and less often, as long as the way in lives. Why it did not go stands beside it for admins.
 */
@Component
class AccessMailing {

    /** Another node takes over what this one began and did not end by then. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final List<Duration> AGAIN_AFTER =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final int AT_ONCE_MAX = 100;
    private static final String NO_ADDRESS = "no-address";

    private record Mail(
            AccessLinkStore.Due due,
            Agent agent,
            String workspace,
            @Nullable String link) {}

    private final AccessLinkStore store;
    private final Agents agents;
    private final WorkspacePlace place;
    private final NoticeMail mail;
    private final Templates templates;
    private final TransactionOperations transaction;
    private final Clock clock;

    AccessMailing(
            AccessLinkStore store,
            Agents agents,
            WorkspacePlace place,
            NoticeMail mail,
            Templates templates,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.agents = agents;
        this.place = place;
        this.mail = mail;
        this.templates = templates;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** After the fragment sign, so that no server and no proxy on the way writes it down. */
    static String link(String origin, String secret) {
        return origin + "/welcome#" + secret;
    }

    /** At once and aside: whoever asked does not wait for a mail server, nor learns from its time whether there is such an agent. */
    void afterCommit(UUID workspace) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual()
                        .name("access-mail")
                        .start(() -> Workspaces.run(workspace, () -> mailDue(Actor.system(workspace))));
            }
        });
    }

    /** Called in the workspace, outside any transaction. */
    void mailDue(Actor by) {
        for (int i = 0; i < AT_ONCE_MAX; i++) {
            Optional<Mail> next = transaction.execute(status -> take(by));
            if (next == null || next.isEmpty()) {
                return;
            }
            send(by, next.get());
        }
    }

    private Optional<Mail> take(Actor by) {
        Instant now = clock.instant();
        return store.claim(by.workspace(), now, now.plus(LEASE)).map(due -> {
            String link = null;
            if (due.origin() != null) {
                String secret = PasswordSetting.newSecret();
                store.secret(by.workspace(), due, PasswordSetting.hashOfSecret(secret));
                link = link(due.origin(), secret);
            }
            return new Mail(due, agents.readable(by, due.agent()), place.name(by.workspace()), link);
        });
    }

    private void send(Actor by, Mail next) {
        String failure = next.link == null ? NO_ADDRESS : failureOf(by, next, next.link);
        Instant now = clock.instant();
        int tries = Math.min(next.due.tries(), AGAIN_AFTER.size());
        Instant again = failure == null ? null : now.plus(AGAIN_AFTER.get(tries - 1));
        transaction.executeWithoutResult(status -> store.tried(by.workspace(), next.due, failure, again, now));
    }

    private @Nullable String failureOf(Actor by, Mail next, String link) {
        MailTemplate template = templates.of(
                by,
                next.due.kind() == AccessLink.Kind.INVITATION ? TemplateKind.INVITATION : TemplateKind.PASSWORD_RESET,
                null,
                next.agent.language());
        Map<String, String> values =
                Map.of("agent.name", next.agent.name(), "company.name", next.workspace, TemplateKind.LINK, link);
        return mail.failureOf(
                        by,
                        next.due.id(),
                        next.agent.email(),
                        Texts.line(TextVariables.fillLine(template.subject(), values)),
                        HtmlText.toText(TextVariables.fill(template.html(), values)))
                .orElse(null);
    }
}
