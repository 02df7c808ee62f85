package org.fourleaf.signin;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves a workspace's rules of signing in. */
@Component
class SignInRuleStore {

    private final JdbcClient jdbc;

    SignInRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SignInRules> find(UUID workspace) {
        return Sql.of("select second_factor_required, sso_only from sign_in_rule where workspace_id = ?", workspace)
                .on(jdbc)
                .query(Row.as(row -> new SignInRules(row.flag("second_factor_required"), row.flag("sso_only"))))
                .optional();
    }

    void put(UUID workspace, SignInRules rules) {
        Sql.of("""
                        insert into sign_in_rule (workspace_id, second_factor_required, sso_only) values (?, ?, ?)
                        on conflict (workspace_id) do update set second_factor_required = excluded.second_factor_required,
                            sso_only = excluded.sso_only, changed_at = now(), version = sign_in_rule.version + 1
                        """, workspace, rules.secondFactorRequired(), rules.ssoOnly())
                .on(jdbc)
                .update();
    }
}
