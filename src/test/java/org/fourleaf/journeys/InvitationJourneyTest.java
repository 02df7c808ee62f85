package org.fourleaf.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.email.PostRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** From "Add an agent" to the new colleague's first look at the inbox. */
@InFourleaf
@Import(PostRoom.class)
class InvitationJourneyTest {

    private static final long MAILED_WITHIN_MILLIS = 20_000;
    private static final String PASSWORD = "violets are not blue";

    @Autowired
    PostRoom postRoom;

    @LocalServerPort
    int port;

    Chromium chromium;
    GreenMail server;

    @BeforeAll
    void open() {
        chromium = Chromium.orSkip();
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterAll
    void close() {
        if (server != null) {
            server.stop();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void an_admin_invites_and_the_colleague_is_in() {
        World world = postRoom.desk().world;
        world.olga()
                .put(
                        "/api/v1/outgoing-server",
                        Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                .mustBe(200);
        String desk = "http://" + world.host() + ":" + port;
        try (Page admin = chromium.page(1440, 900, ColorScheme.LIGHT)) {
            admin.navigate(desk + "/");
            admin.getByLabel("E-mail").fill(World.OLGA);
            admin.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(World.PASSWORD);
            admin.keyboard().press("Enter");
            admin.getByText("To answer").first().waitFor();
            admin.navigate(desk + "/settings/agents");
            button(admin, "Add an agent");
            admin.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .fill("Dora");
            admin.getByLabel("E-mail").fill("dora@example.net");
            button(admin, "Add");
            assertThat(admin.getByText("The mail was sent")).isVisible();
        }
        assertThat(server.waitForIncomingEmail(MAILED_WITHIN_MILLIS, 1)).isTrue();
        String body = GreenMailUtil.getBody(server.getReceivedMessages()[0]).replace("=\r\n", "");
        String link = body.substring(body.indexOf(desk), body.indexOf("\r\n", body.indexOf(desk)));
        try (Page dora = chromium.page(390, 844, ColorScheme.DARK)) {
            dora.navigate(link.strip());
            assertThat(dora.getByText("Welcome to Acme")).isVisible();
            dora.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            button(dora, "Save and sign in");
            dora.waitForURL(desk + "/tickets**");
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
