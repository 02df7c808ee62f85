package org.fourleaf.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.platform.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for other ways of signing in: what is begun is bound to the browser, what comes of it is a new session. */
@Component
public class SignInDoor {

    private final StepStore steps;
    private final SignInRecords records;
    private final Entrance entrance;
    private final Clock clock;

    SignInDoor(StepStore steps, SignInRecords records, Entrance entrance, Clock clock) {
        this.steps = steps;
        this.records = records;
        this.entrance = entrance;
        this.clock = clock;
    }

    /** @param challenge what must come back */
    @Transactional
    public void begin(
            UUID workspace,
            String challenge,
            Map<String, String> facts,
            HttpServletRequest request,
            HttpServletResponse response) {
        String secret = Secret.ofSession();
        steps.put(
                workspace,
                StepCookie.binding(secret),
                new SignInStep(Ids.next(), SignInStep.Kind.SSO, null, challenge, facts),
                clock.instant());
        response.addCookie(StepCookie.of(secret, request));
    }

    /** What this browser began; once. */
    @Transactional
    public Optional<SignInStep> take(UUID workspace, HttpServletRequest request) {
        return Optional.ofNullable(StepCookie.bindingIn(request))
                .flatMap(binding -> steps.take(workspace, binding, SignInStep.Kind.SSO, clock.instant()));
    }

    /** A new session for an agent somebody trusted vouches for. */
    public void enter(UUID workspace, Agent agent, HttpServletRequest request, HttpServletResponse response) {
        SignInRecords.Opened opened = records.open(workspace, agent, entrance.browser(request), clock.instant());
        entrance.setCookies(opened, request, response);
    }

    /** A secret too long to guess. */
    public static String newSecret() {
        return Secret.ofSession();
    }
}
