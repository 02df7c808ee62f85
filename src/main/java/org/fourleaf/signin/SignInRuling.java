package org.fourleaf.signin;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a workspace asks of everybody who signs in: read at each sign-in, so that a change counts at once on every node. */
@Component
@Transactional
public class SignInRuling {

    private final SignInRuleStore store;
    private final Optional<SingleSignOn> sso;
    private final Log log;

    SignInRuling(SignInRuleStore store, Optional<SingleSignOn> sso, Log log) {
        this.store = store;
        this.sso = sso;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public SignInRules of(UUID workspace) {
        return store.find(workspace).orElse(SignInRules.NONE);
    }

    /** Whether a password opens for owners only; never while no provider is left that could let the others in. */
    @Transactional(readOnly = true)
    public boolean ssoOnly(UUID workspace) {
        return of(workspace).ssoOnly()
                && sso.filter(known -> known.isOffered(workspace)).isPresent();
    }

    SignInRules change(Actor by, SignInRules wanted) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        boolean offered = sso.filter(known -> known.isOffered(by.workspace())).isPresent();
        if (wanted.ssoOnly() && !offered) {
            throw Refusal.invalid("/sso_only", "Set up a provider first: nobody could sign in.");
        }
        if (!wanted.equals(of(by.workspace()))) {
            store.put(by.workspace(), wanted);
            log.write(by, new SignInRulesChanged(wanted.secondFactorRequired(), wanted.ssoOnly()));
        }
        return wanted;
    }
}
