package org.fourleaf.sso;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.people.AgentWords;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.signin.SingleSignOn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The providers a workspace trusts. Owners alone name them: whoever does could let themselves in as anybody. */
@Component
@Transactional
class SsoProviders implements SingleSignOn {

    private final SsoStore store;
    private final Agents agents;
    private final Log log;

    SsoProviders(SsoStore store, Agents agents, Log log) {
        this.store = store;
        this.agents = agents;
        this.log = log;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOffered(UUID workspace) {
        return !offered(workspace).isEmpty();
    }

    @Transactional(readOnly = true)
    public List<SsoProvider> offered(UUID workspace) {
        return store.all(workspace).stream().filter(SsoProvider::enabled).toList();
    }

    @Transactional(readOnly = true)
    public List<SsoProvider> all(Actor by) {
        mustBeOwner(by);
        return store.all(by.workspace());
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    public SsoProvider readable(Actor by, UUID id) {
        mustBeOwner(by);
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("provider"));
    }

    SsoProvider add(Actor by, SsoProvider provider, String secret) {
        mustBeOwner(by);
        if (store.all(by.workspace()).size() >= SsoProvider.COUNT_MAX) {
            throw Refusal.conflict("too-many", "A workspace has at most " + SsoProvider.COUNT_MAX + " providers.");
        }
        check(by, provider);
        store.insert(by.workspace(), provider, secret);
        log.write(by, new SsoProviderChanged(provider.id(), provider.name(), provider.enabled()));
        return provider;
    }

    SsoProvider change(Actor by, SsoProvider was, SsoProvider wanted, @Nullable String secret) {
        mustBeOwner(by);
        check(by, wanted);
        if (!store.update(by.workspace(), wanted, secret)) {
            throw Refusal.stale();
        }
        if (!wanted.issuer().equals(was.issuer())) {
            store.unlink(by.workspace(), was.id());
        }
        log.write(by, new SsoProviderChanged(wanted.id(), wanted.name(), wanted.enabled()));
        return store.find(by.workspace(), was.id()).orElseThrow();
    }

    void remove(Actor by, UUID id) {
        SsoProvider was = readable(by, id);
        store.delete(by.workspace(), id);
        log.write(by, new SsoProviderRemoved(id, was.name()));
    }

    private void check(Actor by, SsoProvider provider) {
        try {
            URI issuer = URI.create(provider.issuer());
            if (issuer.getHost() == null
                    || issuer.getQuery() != null
                    || issuer.getFragment() != null
                    || issuer.getUserInfo() != null
                    || !("https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme()))) {
                throw badIssuer();
            }
        } catch (IllegalArgumentException e) {
            throw badIssuer();
        }
        for (int i = 0; i < provider.domains().size(); i++) {
            if (!provider.domains().get(i).matches("[a-z0-9.-]{1,253}")) {
                throw Refusal.malformed("/domains/" + i, "This must be a domain such as example.com.");
            }
        }
        if (provider.role() != null) {
            String role = provider.role().toLowerCase(Locale.ROOT);
            if (!agents.isRole(by, role) || role.equals("owner")) {
                throw Refusal.malformed("/role", "There is no such role to give.");
            }
            if (provider.domains().isEmpty()) {
                throw Refusal.invalid("/domains", "Name the domains whose people become agents by themselves.");
            }
        }
    }

    private static Refusal badIssuer() {
        return Refusal.malformed("/issuer", "This must be the issuer's address, such as https://login.example.com.");
    }

    private void mustBeOwner(Actor by) {
        if (!agents.readable(by, by.agentId()).isOwner()) {
            throw Refusal.forbidden("owner-needed", "Only an owner can do this.");
        }
    }

    static String languageOr(@Nullable String locale) {
        String language = locale == null ? "" : locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return AgentWords.UI_LANGUAGES.contains(language) ? language : AgentWords.UI_LANGUAGES.getFirst();
    }
}
