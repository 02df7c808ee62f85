package org.fourleaf.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an agent does to a ticket beyond answering it, and takes back again. */
@InFourleaf
class ActsJourneyTest {

    @Autowired
    Worlds worlds;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void two_tickets_are_merged_and_made_two_again() {
        World world = worlds.fresh();
        String from = ticket(world, "Lamp, again");
        String into = ticket(world, "Lamp");
        Page page = opened(world, from);
        command(page, "Merge into");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(into))
                .click();
        button(page, "Merge").click();
        assertThat(page.getByText(from + " is part of " + into + " now")).isVisible();
        assertThat(world.olga().get("/api/v1/tickets/" + from).text("/merged_into"))
                .isEqualTo(into);
        button(page, "Undo").click();
        until(() -> world.olga()
                .get("/api/v1/tickets/" + from)
                .body()
                .at("/merged_into")
                .isNull());
    }

    @Test
    void a_ticket_is_forwarded_with_what_the_customer_wrote() {
        World world = worlds.fresh();
        String code = ticket(world, "Parcel");
        Page page = opened(world, code);
        page.keyboard().press("w");
        write(page, "Forward", "Where is it?");
        Locator to = page.getByLabel("To", new Page.GetByLabelOptions().setExact(true));
        to.fill("carrier@example.net");
        to.press("Enter");
        page.keyboard().press("Tab");
        button(page, "Send").click();
        until(() -> message(world.olga(), code, "forward"));
    }

    @Test
    void an_answer_is_scheduled_and_taken_back() {
        World world = worlds.fresh();
        String code = ticket(world, "Opening hours");
        Page page = opened(world, code);
        page.keyboard().press("r");
        write(page, "Reply", "Tomorrow at nine.");
        button(page, "More ways to send").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Send later"))
                .click();
        button(page, "Schedule").click();
        button(page, "Take back and edit").click();
        assertThat(page.locator("[contenteditable=true]")).containsText("Tomorrow at nine.");
        until(() -> !message(world.olga(), code, "reply"));
    }

    @Test
    void an_answer_is_taken_back_in_its_first_seconds() {
        World world = worlds.fresh();
        String code = ticket(world, "Too quick");
        Page page = opened(world, code);
        page.keyboard().press("r");
        write(page, "Reply", "Not yet finished");
        page.keyboard().press("Control+Enter");
        button(page, "Undo").click();
        assertThat(page.locator("[contenteditable=true]")).containsText("Not yet finished");
        until(() -> !message(world.olga(), code, "reply"));
    }

    @Test
    void several_are_resolved_at_once_and_brought_back() {
        World world = worlds.fresh();
        List<String> codes = List.of(ticket(world, "One"), ticket(world, "Two"), ticket(world, "Three"));
        Page page = signedIn(world, "/tickets");
        page.getByText("Three").first().waitFor();
        page.keyboard().press("Control+a");
        assertThat(page.getByText("3 selected")).isVisible();
        page.keyboard().press("e");
        until(() -> codes.stream().allMatch(code -> status(world, code).equals("resolved")));
        button(page, "Undo").click();
        until(() -> codes.stream().noneMatch(code -> status(world, code).equals("resolved")));
    }

    private static String status(World world, String code) {
        return world.olga().get("/api/v1/tickets/" + code).text("/status");
    }

    private static boolean message(Api api, String code, String type) {
        return api.get("/api/v1/tickets/" + code + "/messages")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .anyMatch(message -> message.at("/type").asString().equals(type));
    }

    private static void until(java.util.concurrent.Callable<Boolean> done) {
        Awaitility.await().until(done);
    }

    private static void write(Page page, String box, String words) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(box))
                .last()
                .waitFor();
        page.locator("[contenteditable=true]").click();
        page.keyboard().type(words);
        assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private static void command(Page page, String words) {
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX).last().fill(words);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }

    private static String ticket(World world, String subject) {
        return world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "Words of " + subject)))
                .mustBe(201)
                .text("/code");
    }

    private Page opened(World world, String code) {
        Page page = signedIn(world, "/tickets/" + code);
        page.getByText("Words of").first().waitFor();
        return page;
    }

    private Page signedIn(World world, String path) {
        Page page = chromium.page(1440, 900, ColorScheme.LIGHT);
        page.navigate("http://" + world.host() + ":" + port + "/");
        page.getByLabel("E-mail").fill(World.OLGA);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(World.PASSWORD);
        page.keyboard().press("Enter");
        page.getByText("To answer").first().waitFor();
        page.navigate("http://" + world.host() + ":" + port + path);
        return page;
    }
}
