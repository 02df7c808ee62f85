package org.fourleaf.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys with the browser's own WebAuthn and an authenticator that it invents. */
@InFourleaf
class PasskeyJourneyTest {

    @LocalServerPort
    private int port;

    private final World world;

    PasskeyJourneyTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    /** Browsers allow passkeys on localhost without TLS, and every name below it. */
    private String host() {
        String host = "passkeys.localhost";
        JdbcClient.create(TestDatabase.owner())
                .sql("update workspace set host = ? where id = ?")
                .param(host)
                .param(world.workspace())
                .update();
        return "http://" + host + ":" + port;
    }

    private static void addAuthenticator(CDPSession session) {
        session.send("WebAuthn.enable");
        JsonObject options = JsonParser.parseString("""
                {"options":{"protocol":"ctap2","transport":"internal","hasResidentKey":true,"hasUserVerification":true,
                "isUserVerified":true,"automaticPresenceSimulation":true}}""").getAsJsonObject();
        session.send("WebAuthn.addVirtualAuthenticator", options);
    }

    private static void givePassword(Page page) {
        page.getByLabel("E-mail").fill(World.ANNA);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(World.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    /** Where the workspace asks everybody for a second factor, the passkey is one. */
    private void afterThePassword(Page page, String base) {
        world.olga()
                .patch("/api/v1/sign-in-rules", Map.of("second_factor_required", true))
                .mustBe(200);
        page.context().clearCookies();
        page.navigate(base + "/sign-in");
        givePassword(page);
        var use = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use a passkey"));
        use.waitFor();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        use.click();
        page.waitForURL("**/tickets**");
    }

    @Test
    void an_agent_adds_a_passkey_and_comes_in_without_the_password() {
        Api program = world.anna();
        try (Chromium chromium = Chromium.orSkip()) {
            String base = host();
            Page page = chromium.page(1280, 800, ColorScheme.LIGHT);
            addAuthenticator(page.context().newCDPSession(page));
            page.navigate(base + "/sign-in");
            givePassword(page);
            page.waitForURL("**/tickets**");
            page.navigate(base + "/settings/account");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a passkey"))
                    .click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Name").fill("This laptop");
            dialog.getByLabel("Current password").fill(World.PASSWORD);
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Add a passkey"))
                    .click();
            assertThat(page.getByText("This laptop")).isVisible();
            assertThat(program.get("/api/v1/me/passkeys").mustBe(200).text("/items/0/name"))
                    .isEqualTo("This laptop");

            page.context().clearCookies();
            page.navigate(base + "/sign-in");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with a passkey"))
                    .click();
            page.waitForURL("**/tickets**");

            afterThePassword(page, base);

            program.delete("/api/v1/me/passkeys/"
                            + program.get("/api/v1/me/passkeys").text("/items/0/id"))
                    .mustBe(204);
            page.context().clearCookies();
            page.navigate(base + "/sign-in");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with a passkey"))
                    .click();
            assertThat(page.getByText("This passkey opens nothing here.")).isVisible();
        }
    }
}
