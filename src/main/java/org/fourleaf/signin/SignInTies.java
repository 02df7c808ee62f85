package org.fourleaf.signin;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.fourleaf.people.ErasedAgent;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By nothing does an erased agent come in any more. */
@Component
class SignInTies implements AgentTies {

    private final SignInFailureStore failures;

    SignInTies(SignInFailureStore failures) {
        this.failures = failures;
    }

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("session", "agent_id"),
                AgentTie.removed("api_token", "agent_id"),
                AgentTie.kept("api_token", "created_by", "the token is another agent's"),
                AgentTie.removed("password", "agent_id"),
                AgentTie.removed("totp", "agent_id"),
                AgentTie.removed("recovery_code", "agent_id"),
                AgentTie.removed("passkey", "agent_id"),
                AgentTie.removed("sign_in_step", "agent_id"));
    }

    @Override
    public @Nullable String erase(Actor by, ErasedAgent who, @Nullable String place) {
        who.addresses().forEach(email -> failures.deleteAll(by.workspace(), email));
        return null;
    }
}
