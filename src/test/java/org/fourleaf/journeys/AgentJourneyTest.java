package org.fourleaf.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.email.PostRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** An agent's day, from the first mail to the answer in the customer's mailbox. */
@InFourleaf
@Import(PostRoom.class)
class AgentJourneyTest {

    private static final long ANSWER_WITHIN_MILLIS = 20_000;

    @Autowired
    PostRoom postRoom;

    @LocalServerPort
    int port;

    Chromium chromium;
    GreenMail customersServer;

    @BeforeAll
    void open() {
        chromium = Chromium.orSkip();
        customersServer = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        customersServer.start();
    }

    @AfterAll
    void close() {
        if (customersServer != null) {
            customersServer.stop();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_mail_arrives_by_itself_is_answered_and_the_answer_is_a_conversation() throws Exception {
        PostRoom.Desk desk = deskWithServer();
        Page page = signedIn(desk, 1440, ColorScheme.LIGHT);
        assertThat(page.getByText(desk.support).first()).isVisible(); // An empty inbox teaches where to write.

        send(desk, "Broken printer", "printer-1@example.org", "It prints only cats.");
        page.getByText("Broken printer").first().click();
        assertThat(page.getByText("It prints only cats.").last()).isVisible();

        page.keyboard().press("r");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reply"))
                .last()
                .waitFor();
        page.keyboard().type("A new one is on its way.");
        // Typed at once, while the editor may still be loading: no letter is lost, none is taken for a shortcut.
        assertThat(page.locator("[contenteditable=true]")).hasText("A new one is on its way.");
        assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("Sent", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        assertThat(customersServer.waitForIncomingEmail(ANSWER_WITHIN_MILLIS, 1))
                .isTrue();
        MimeMessage answer = customersServer.getReceivedMessages()[0];
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<printer-1@example.org>");

        desk.mail(
                World.OMAR,
                desk.support,
                PostRoom.mail(
                        World.OMAR,
                        desk.support,
                        "Re: Broken printer",
                        "printer-2@example.org",
                        "In-Reply-To: " + answer.getMessageID() + "\n",
                        "Thank you!"));
        assertThat(page.getByText("Thank you!").last()).isVisible();
    }

    @Test
    void a_draft_is_there_again_after_a_reload() {
        PostRoom.Desk desk = deskWithServer();
        send(desk, "Draft me", "draft-1@example.org", "Hello?");
        Page page = signedIn(desk, 1440, ColorScheme.DARK);
        page.getByText("Draft me").first().click();
        assertThat(page.getByText("Hello?").last()).isVisible();
        page.keyboard().press("r");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reply"))
                .last()
                .waitFor();
        page.keyboard().type("Half a sentence");
        assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.reload();
        assertThat(page.getByText("Half a sentence").last()).isVisible();
    }

    @Test
    void nothing_in_a_hostile_mail_runs_or_calls_home() {
        PostRoom.Desk desk = deskWithServer();
        String html = """
                <p>Dear friend</p><img src="https://tracker.evil.test/pixel.png"><img src=x onerror="top.pwned=1">
                <script>top.pwned=1</script><a href="javascript:top.pwned=1">click</a>
                <style>body{background:url(https://tracker.evil.test/bg.png)}</style>
                <div style="position:fixed;inset:0;background:red">cover</div><svg onload="top.pwned=1"></svg>
                """;
        desk.mail(World.OMAR, desk.support, """
                From: "<img src=x onerror=top.pwned=1>" <omar@example.org>
                To: %s
                Subject: <script>top.pwned=1</script> Offer
                Message-ID: <evil@example.org>
                MIME-Version: 1.0
                Content-Type: text/html; charset=utf-8

                %s
                """.formatted(desk.support, html));
        Page page = signedIn(desk, 1440, ColorScheme.LIGHT);
        List<String> called = new CopyOnWriteArrayList<>();
        page.onRequest(request -> called.add(request.url()));
        page.getByText("Offer").first().click();
        assertThat(page.locator("iframe").first().contentFrame().getByText("Dear friend"))
                .isVisible();
        page.waitForTimeout(500);
        assertThat(page.evaluate("window.pwned === undefined")).isEqualTo(true);
        assertThat(called).noneMatch(url -> url.contains("evil.test"));
    }

    @Test
    void the_desk_fits_a_phone() {
        PostRoom.Desk desk = deskWithServer();
        send(desk, "From the road", "phone-1@example.org", "Are you open?");
        Page page = signedIn(desk, 390, ColorScheme.LIGHT);
        page.getByText("From the road").first().click();
        assertThat(page.getByText("Are you open?").last()).isVisible();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).isZero();
    }

    private PostRoom.Desk deskWithServer() {
        PostRoom.Desk desk = postRoom.desk();
        desk.olga
                .put(
                        "/api/v1/outgoing-server",
                        Map.of(
                                "url",
                                "smtp://localhost:" + customersServer.getSmtp().getPort()))
                .mustBe(200);
        return desk;
    }

    private static void send(PostRoom.Desk desk, String subject, String id, String text) {
        desk.mail(
                World.OMAR,
                desk.support,
                PostRoom.mail("Omar <omar@example.org>", desk.support, subject, id, "", text));
    }

    private Page signedIn(PostRoom.Desk desk, int width, ColorScheme scheme) {
        Page page = chromium.page(width, 900, scheme);
        page.navigate("http://" + desk.world.host() + ":" + port + "/");
        page.getByLabel("E-mail").fill(World.OLGA);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(World.PASSWORD);
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("To answer"))
                .or(page.getByText("To answer"))
                .first()
                .waitFor();
        return page;
    }
}
