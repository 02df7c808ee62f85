package org.fourleaf.sso;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for agents.
 *
 * @param name on the button of the sign-in page
 * @param domains of the e-mail addresses it is believed for, empty for any
 * @param role whoever is vouched for and unknown becomes an agent with this role; none: strangers stay strangers
 */
record SsoProvider(
        UUID id,
        String name,
        String issuer,
        String clientId,
        List<String> domains,
        @Nullable String role,
        boolean enabled,
        long version) {

    static final int COUNT_MAX = 10;

    SsoProvider {
        domains = List.copyOf(domains);
    }

    boolean believes(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1);
        return domains.isEmpty() || domains.contains(domain);
    }
}
