package org.fourleaf.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.email.PostRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** From the switch in the configuration and an answer, by the mail's link on a phone, to the rating beside the answer. */
@InFourleaf
@Import(PostRoom.class)
class RatingJourneyTest {

    private static final long MAILED_WITHIN_MILLIS = 20_000;
    private static final Pattern LINK = Pattern.compile("https?://\\S+/rate/\\S+/reward");

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
    void an_answer_is_rated_by_its_mail_and_the_desk_sees_it() throws Exception {
        World world = postRoom.desk().world;
        world.olga()
                .put(
                        "/api/v1/outgoing-server",
                        Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                .mustBe(200);
        String code = world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Broken printer",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
        String desk = "http://" + world.host() + ":" + port;
        try (Page agent = chromium.page(1440, 900, ColorScheme.LIGHT)) {
            agent.navigate(desk + "/settings/ratings");
            agent.getByLabel("E-mail").fill(World.OLGA);
            agent.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(World.PASSWORD);
            agent.keyboard().press("Enter");
            Locator asks = agent.getByRole(
                    AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Ask under each answer how it was"));
            asks.click();
            assertThat(asks).isChecked();
            assertThat(agent.getByText("Saved").first()).isVisible();
            agent.navigate(desk + "/tickets/" + code);
            agent.locator("article").getByText("It smokes.").waitFor();
            agent.keyboard().press("r");
            agent.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reply"))
                    .last()
                    .waitFor();
            agent.keyboard().type("Switch it off and on again.");
            agent.keyboard().press("Control+Enter");

            vote(link().replaceFirst("https?://[^/]+", desk));

            assertThat(agent.getByLabel("Rating by the customer")).containsText("Reward");
            assertThat(agent.getByText("It works again!")).isVisible();
            agent.navigate(desk + "/ratings?agent=me");
            assertThat(agent.getByText("It works again!")).isVisible();
        }
    }

    /** Reading alone gives nothing; the button does. */
    private void vote(String link) {
        try (Page customer = chromium.page(390, 844, ColorScheme.DARK)) {
            customer.navigate(link);
            assertThat(customer.getByLabel("Good")).isChecked();
            assertThat(new AxeBuilder(customer)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
            customer.getByLabel("Would you like to add something?").fill("It works again!");
            customer.keyboard().press("Tab");
            customer.keyboard().press("Enter");
            assertThat(customer.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
                    .isVisible();
            assertThat(customer.getByText("It works again!")).isVisible();
        }
    }

    private String link() throws Exception {
        assertThat(server.waitForIncomingEmail(MAILED_WITHIN_MILLIS, 1)).isTrue();
        String text = (String) ((MimeMultipart) server.getReceivedMessages()[0].getContent())
                .getBodyPart(0)
                .getContent();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
