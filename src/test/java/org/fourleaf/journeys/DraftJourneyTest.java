package org.fourleaf.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing written is lost, and colleagues see each other, in real windows. */
@InFourleaf
class DraftJourneyTest {

    private static final int WORDS_MAX = 60;

    private static final int WORD_MILLIS = 500;

    private static final String EDITOR = "[contenteditable=true]";

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
    void words_survive_a_page_that_is_killed_and_minutes_offline() {
        World world = worlds.fresh();
        String code = ticket(world, "Kill me");
        Page page = signedIn(world, World.ANNA);
        show(page, world, code);
        begin(page, "r");
        page.keyboard().type("Written and ");
        assertThat(page.locator(EDITOR)).hasText("Written and");
        // Killed at once: nothing had the time to be saved on the server.
        BrowserContext context = page.context();
        page.close(new Page.CloseOptions().setRunBeforeUnload(false));
        Page again = context.newPage();
        show(again, world, code);
        assertThat(again.locator(EDITOR)).hasText("Written and");
        assertThat(again.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        context.setOffline(true);
        again.locator(EDITOR).click();
        again.keyboard().press("End");
        again.keyboard().type(" offline");
        assertThat(again.getByText("Offline: kept in this browser")).isVisible();
        context.setOffline(false);
        assertThat(again.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(world.anna()
                        .get("/api/v1/tickets/" + code + "/draft")
                        .mustBe(200)
                        .text("/html"))
                .contains("offline");
    }

    @Test
    void a_note_and_an_answer_do_not_take_each_others_place() {
        World world = worlds.fresh();
        String code = ticket(world, "Two of them");
        Page page = signedIn(world, World.ANNA);
        show(page, world, code);
        begin(page, "n");
        page.keyboard().type("For colleagues");
        assertThat(page.locator(EDITOR)).hasText("For colleagues");
        Locator kinds = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("What to write"));
        kinds.getByText("Reply").click();
        assertThat(page.locator(EDITOR)).hasText("");
        page.locator(EDITOR).click();
        page.keyboard().type("For the customer");
        kinds.getByText("Note").click();
        assertThat(page.locator(EDITOR)).hasText("For colleagues");
        kinds.getByText("Reply").click();
        assertThat(page.locator(EDITOR)).hasText("For the customer");
    }

    @Test
    void of_two_windows_the_newer_wins_visibly_and_the_older_words_come_back() {
        World world = worlds.fresh();
        String code = ticket(world, "Two windows");
        Page first = signedIn(world, World.ANNA);
        show(first, world, code);
        begin(first, "r");
        first.keyboard().type("From the first window");
        assertThat(first.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Page second = first.context().newPage();
        show(second, world, code);
        assertThat(second.locator(EDITOR)).hasText("From the first window");
        second.locator(EDITOR).click();
        second.keyboard().press("Control+a");
        second.keyboard().type("Second");
        assertThat(first.locator(EDITOR)).hasText("Second");
        assertThat(first.getByText("Newer words from another window")).isVisible();
        first.getByLabel("Older words of this draft").click();
        first.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText("From the first window"))
                .click();
        assertThat(first.locator(EDITOR)).hasText("From the first window");
        assertThat(second.locator(EDITOR)).hasText("From the first window");
    }

    @Test
    void colleagues_see_who_looks_and_who_writes_and_that_they_left() {
        World world = worlds.fresh();
        String code = ticket(world, "Together");
        Page anna = signedIn(world, World.ANNA);
        Page bram = signedIn(world, World.BRAM);
        show(anna, world, code);
        assertThat(bram.getByText("Anna is looking at this ticket")).isAttached();
        show(bram, world, code);
        assertThat(anna.getByText("Bram is looking at this ticket").first()).isAttached();
        begin(bram, "n");
        writeUntil(bram, anna.getByText("Bram is writing").first());
        bram.close();
        assertThat(anna.getByText("Bram is writing")).hasCount(0);
        assertThat(anna.getByText("Bram is looking at this ticket")).hasCount(0);
    }

    /** Who stops writing is soon said to read: on a slow machine before it was seen. */
    private static void writeUntil(Page writer, Locator seen) {
        for (int i = 0; i < WORDS_MAX && !seen.isVisible(); i++) {
            writer.keyboard().type("hm ");
            writer.waitForTimeout(WORD_MILLIS);
        }
        assertThat(seen).isVisible();
    }

    @Test
    void who_is_named_in_a_note_hears_the_bell_and_is_led_there() {
        World world = worlds.fresh();
        String code = ticket(world, "Ask Bram");
        Page anna = signedIn(world, World.ANNA);
        Page bram = signedIn(world, World.BRAM);
        show(anna, world, code);
        begin(anna, "n");
        anna.keyboard().type("Please look, @br");
        anna.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("Bram"))
                .waitFor();
        anna.keyboard().press("Enter");
        assertThat(anna.locator(EDITOR)).hasText("Please look, @Bram");
        anna.keyboard().press("Control+Enter");
        assertThat(anna.locator("article[data-kind=note] [class*=mention]")).hasText("@Bram");
        bram.getByLabel("1 unread notification").click();
        bram.getByText("Anna mentioned you").click();
        assertThat(bram.locator("article[data-kind=note]")).containsText("Please look, @Bram");
        assertThat(bram.getByLabel("Notifications").first()).isVisible();
    }

    @Test
    void sending_over_a_newer_message_asks_first_and_shows_it() {
        World world = worlds.fresh();
        String code = ticket(world, "At once");
        Page anna = signedIn(world, World.ANNA);
        show(anna, world, code);
        begin(anna, "r");
        anna.keyboard().type("My answer");
        world.bram()
                .post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Bram was faster."))
                .mustBe(201);
        anna.keyboard().press("Control+Enter");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Bram was faster.");
        dialog.getByText("Keep editing").click();
        assertThat(anna.locator(EDITOR)).hasText("My answer");
        anna.locator(EDITOR).click();
        anna.keyboard().press("Control+Enter");
        assertThat(anna.getByText("My answer").last()).isVisible();
        assertThat(anna.locator(EDITOR)).hasCount(0);
    }

    private static void begin(Page page, String key) {
        page.getByText("The words of the customer").last().waitFor();
        page.keyboard().press(key);
        assertThat(page.locator(EDITOR)).isFocused();
    }

    private void show(Page page, World world, String code) {
        page.navigate("http://" + world.host() + ":" + port + "/tickets/" + code);
        page.getByText("The words of the customer").last().waitFor();
    }

    private static String ticket(World world, String subject) {
        return world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "The words of the customer")))
                .mustBe(201)
                .text("/code");
    }

    private Page signedIn(World world, String email) {
        Page page = chromium.page(1440, 900, ColorScheme.LIGHT);
        page.navigate("http://" + world.host() + ":" + port + "/");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(World.PASSWORD);
        page.keyboard().press("Enter");
        page.getByText("To answer").first().waitFor();
        return page;
    }
}
