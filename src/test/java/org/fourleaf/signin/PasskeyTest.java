package org.fourleaf.signin;

import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What attackers send where a passkey's answer belongs; the good answers are the browser's, in PasskeyJourneyTest. */
@InFourleaf
class PasskeyTest {

    private static final String NONSENSE =
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{"
                    + "\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\",\"userHandle\":\"AAAA\"}}";

    private final World world;

    PasskeyTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void nonsense_opens_nothing_and_uses_the_challenge_up() {
        Api browser = world.stranger().inBrowser();
        browser.post("/api/v1/session/passkey", Map.of("credential", NONSENSE)).mustRefuse(401, "sign-in-step-over");
        for (String answer : new String[] {NONSENSE, "{}", "not json", "null", "[]"}) {
            browser.post("/api/v1/session/passkey/challenge", Map.of()).mustBe(201);
            browser.post("/api/v1/session/passkey", Map.of("credential", answer))
                    .mustRefuse(401, "wrong-passkey");
            browser.post("/api/v1/session/passkey", Map.of("credential", answer))
                    .mustRefuse(401, "sign-in-step-over");
        }
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void a_passkey_is_registered_by_a_browser_that_knows_the_password() {
        Api browser = world.browserOf(World.ANNA);
        browser.post("/api/v1/me/passkeys/challenge", Map.of())
                .mustRefuse(422, "invalid")
                .mustName("/password");
        world.anna()
                .post("/api/v1/me/passkeys/challenge", Map.of("password", World.PASSWORD))
                .mustRefuse(403, "agent-needed");
        browser.post("/api/v1/me/passkeys", Map.of("name", "X", "credential", NONSENSE))
                .mustRefuse(401, "sign-in-step-over");
        browser.post("/api/v1/me/passkeys/challenge", Map.of("password", World.PASSWORD))
                .mustBe(201);
        browser.post("/api/v1/me/passkeys", Map.of("name", "X", "credential", NONSENSE))
                .mustRefuse(422, "invalid")
                .mustName("/credential");
    }
}
