package org.fourleaf.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every screen over the demonstration: axe finds nothing (WCAG 2.2 AA), nothing scrolls sideways, nothing is said on the console. With
 * {@code -Dpictures.write=true} the pictures of {@code web/DESIGN.md} are drawn anew.
 */
@InFourleaf
class EveryScreenTest {

    private static final Duration FILLED_WITHIN = Duration.ofMinutes(3);
    private static final boolean DRAW = Boolean.getBoolean("pictures.write");
    private static final int PICTURE_QUALITY = 70;
    /** What fades in has faded in. */
    private static final int SETTLED_MILLIS = 250;

    /** @param act what is done after the page is there, such as opening a dialog */
    private record Screen(String name, String path, Consumer<Page> act) {

        Screen(String name, String path) {
            this(name, path, page -> {});
        }
    }

    private record Look(int width, int height, ColorScheme scheme) {

        String name() {
            return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Look> LOOKS = DRAW
            ? List.of(
                    new Look(1440, 900, ColorScheme.LIGHT),
                    new Look(1440, 900, ColorScheme.DARK),
                    new Look(390, 844, ColorScheme.LIGHT),
                    new Look(390, 844, ColorScheme.DARK))
            : List.of(new Look(1440, 900, ColorScheme.LIGHT), new Look(390, 844, ColorScheme.DARK));

    @Autowired
    Worlds worlds;

    @LocalServerPort
    int port;

    World world;
    World strict;
    private List<Screen> screens = List.of();

    @BeforeAll
    void open() {
        strict = worlds.fresh();
        strict.olga()
                .patch("/api/v1/sign-in-rules", Map.of("second_factor_required", true))
                .mustBe(200);
        world = worlds.fresh();
        JdbcClient.create(TestDatabase.owner())
                .sql("update workspace set demo = true where id = ?")
                .param(world.workspace())
                .update();
        world.olga().put("/api/v1/demo", Map.of()).mustBe(200);
        Awaitility.await()
                .atMost(FILLED_WITHIN)
                .until(() -> world.olga().get("/api/v1/demo").text("/state").equals("ready"));
        screens = screens();
    }

    /** Each look in a browser of its own, at the same time. */
    @Test
    void every_screen_can_be_used_by_everybody() throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<String> faults = Together.call(LOOKS.size(), () -> faults(LOOKS.get(next.getAndIncrement()))).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(faults).isEmpty();
    }

    private List<String> faults(Look look) {
        List<String> faults = new ArrayList<>();
        try (Chromium chromium = Chromium.orSkip();
                Page page = chromium.page(look.width, look.height, look.scheme)) {
            page.onConsoleMessage(message -> {
                // Nobody signed in yet and no draft yet are answers, which a browser calls failures.
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    faults.add(look.name() + " console: " + message.text());
                }
            });
            page.onPageError(error -> faults.add(look.name() + " page error: " + error));
            page.navigate(address(world, "/"));
            look(page, look, "sign-in", faults);
            strangers(page, look, faults);
            signIn(page, World.OLGA);
            page.getByText("To answer").first().waitFor();
            for (Screen screen : screens) {
                page.navigate(address(world, screen.path));
                loaded(page);
                screen.act.accept(page);
                look(page, look, screen.name, faults);
            }
            page.navigate(address(strict, "/sign-in"));
            signIn(page, World.BRAM);
            page.getByText("Set up the app").first().waitFor();
            look(page, look, "enrolment", faults);
        }
        return faults;
    }

    private static void signIn(Page page, String email) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(World.PASSWORD);
        page.keyboard().press("Enter");
    }

    /** What is there before one is in: a forgotten password, an invitation, and one that is over. */
    private void strangers(Page page, Look look, List<String> faults) {
        page.navigate(address(world, "/forgotten"));
        look(page, look, "forgotten", faults);
        Api olga = world.olga();
        String email = "guest-" + look.width + "@example.com";
        olga.post("/api/v1/agents", Map.of("name", "Guest", "email", email)).mustBe(201);
        String link = olga.post("/api/v1/agents/" + email + "/access-links", Map.of("mail", false))
                .mustBe(201)
                .text("/link");
        page.navigate(address(world, link.substring(link.indexOf("/welcome"))));
        page.getByText("Save and sign in").waitFor();
        look(page, look, "welcome", faults);
        page.navigate(address(world, "/"));
        page.navigate(address(world, "/welcome#over"));
        page.getByText("This link is over").waitFor();
        look(page, look, "welcome-over", faults);
        page.navigate(address(world, "/"));
    }

    private List<Screen> screens() {
        Api olga = world.olga();
        String ticket =
                olga.get("/api/v1/tickets?status=open&limit=1").mustBe(200).text("/items/0/code");
        String customer = olga.get("/api/v1/tickets/" + ticket).mustBe(200).text("/customer/id");
        String department = olga.get("/api/v1/departments?limit=1").mustBe(200).text("/items/0/id");
        String agent = olga.get("/api/v1/agents?limit=2").mustBe(200).text("/items/1/id");
        String company = olga.get("/api/v1/companies?limit=1").mustBe(200).text("/items/0/id");
        String calendar = olga.get("/api/v1/business-hours").mustBe(200).text("/items/0/id");
        String television =
                olga.post("/api/v1/screens", Map.of("name", "Hall")).mustBe(201).text("/link");
        return List.of(
                new Screen("inbox", "/tickets"),
                new Screen("ticket", "/tickets/" + ticket),
                new Screen(
                        "composer",
                        "/tickets/" + ticket,
                        page -> page.keyboard().press("r")),
                new Screen("note", "/tickets/" + ticket, page -> page.keyboard().press("n")),
                new Screen("new-ticket", "/tickets", page -> page.keyboard().press("c")),
                new Screen("new-view", "/tickets", page -> press(page, "Keep this list as a view")),
                new Screen(
                        "postpone",
                        "/tickets/" + ticket,
                        page -> page.keyboard().press("h")),
                new Screen(
                        "merge", "/tickets/" + ticket, page -> page.keyboard().press("m")),
                new Screen("split", "/tickets/" + ticket, page -> choose(page, "More", "Split off messages …")),
                new Screen("notifications", "/tickets", page -> page.keyboard().press("b")),
                new Screen("palette", "/tickets", page -> page.keyboard().press("Control+k")),
                new Screen("keys", "/tickets", page -> page.keyboard().press("?")),
                new Screen("customers", "/customers"),
                new Screen("customer", "/customers/" + customer),
                new Screen("companies", "/companies"),
                new Screen("company", "/companies/" + company),
                new Screen("search", "/search?q=refund"),
                new Screen("account", "/settings/account"),
                new Screen("departments", "/settings/departments"),
                new Screen("department", "/settings/departments/" + department),
                new Screen("business-hours", "/settings/business-hours"),
                new Screen("calendar", "/settings/business-hours/" + calendar),
                new Screen("agents", "/settings/agents"),
                new Screen("add-agent", "/settings/agents", page -> press(page, "Add an agent")),
                new Screen("agent", "/settings/agents/" + agent),
                new Screen("skills", "/settings/skills"),
                new Screen("roles", "/settings/roles"),
                new Screen("role", "/settings/roles", page -> press(page, "Add a role")),
                new Screen("sign-in-rules", "/settings/sign-in"),
                new Screen("provider", "/settings/sign-in", page -> press(page, "Add a provider")),
                new Screen("mailboxes", "/settings/mailboxes"),
                new Screen("canned", "/settings/canned"),
                new Screen("templates", "/settings/templates"),
                new Screen("answers", "/settings/predefined-answers"),
                new Screen("answer", "/settings/predefined-answers", page -> press(page, "Add a predefined answer")),
                new Screen("workload", "/settings/workload"),
                new Screen("tags", "/settings/tags"),
                new Screen("fields", "/settings/fields"),
                new Screen("words", "/settings/words"),
                new Screen("workspace", "/settings/workspace"),
                new Screen("kpi-settings", "/settings/kpis"),
                new Screen("retention", "/settings/retention"),
                new Screen("overview", "/reports"),
                new Screen("kpi", "/reports/kpi/first_answer_time?compare=true"),
                new Screen("agents-report", "/reports/agents"),
                new Screen("load-report", "/reports/load"),
                new Screen("sla-levels-report", "/reports/sla_levels"),
                new Screen("ratings-report", "/reports/ratings"),
                new Screen("kpi-board", "/reports/board"),
                new Screen("forecast", "/reports/forecast"),
                new Screen("keep-report", "/reports/agents", page -> press(page, "Keep")),
                new Screen("wallboard", "/wallboard"),
                new Screen("rules", "/settings/rules"),
                new Screen("rule", "/settings/rules/new", page -> click(page, "Add condition group")),
                new Screen("time-rules", "/settings/time-rules"),
                new Screen("time-rule", "/settings/time-rules/new"),
                new Screen("webhooks", "/settings/webhooks"),
                new Screen("webhook", "/settings/webhooks", page -> press(page, "Add a webhook")),
                new Screen("tokens", "/settings/tokens"),
                new Screen("sla", "/settings/sla"),
                new Screen("sla-level", "/settings/sla", page -> press(page, "Add a level")),
                new Screen("sla-log", "/settings/sla-log"),
                new Screen("ratings", "/ratings"),
                new Screen("game", "/game"),
                new Screen("boards", "/game/boards"),
                new Screen("rank-why", "/game/boards", page -> press(page, "Why?")),
                new Screen("badges", "/game/badges"),
                new Screen("coaching", "/game/coaching"),
                new Screen("fair-play", "/game/fair-play"),
                new Screen("goal", "/game/coaching", page -> press(page, "Set a goal")),
                new Screen("coaching-note", "/game/coaching", page -> press(page, "Write a note")),
                new Screen("badge", "/game/badges", page -> press(page, "Add a badge")),
                new Screen("quests", "/game/quests"),
                new Screen("quest", "/game/quests", page -> press(page, "New quest")),
                new Screen("kudos", "/game/kudos"),
                new Screen("kudos-give", "/game/kudos", page -> press(page, "Give kudos")),
                new Screen("shop", "/game/shop"),
                new Screen("shop-item", "/game/shop", page -> press(page, "New item")),
                new Screen("wallet", "/game/wallet"),
                new Screen("played", "/game/badges", page -> press(page, "Play a past")),
                new Screen("levels", "/game/levels"),
                new Screen("points", "/game/points"),
                new Screen("contests", "/game/contests"),
                new Screen("contest", "/game/contests", page -> press(page, "Add a contest")),
                new Screen("wall", "/game/wall"),
                new Screen("wall-settings", "/settings/wall"),
                new Screen("screen", "/settings/wall", page -> press(page, "Add a screen")),
                new Screen("chat", "/settings/wall", page -> press(page, "Add a chat")),
                new Screen("ratings-settings", "/settings/ratings"),
                new Screen("survey", "/settings/ratings", page -> press(page, "Add a survey")),
                new Screen(
                        "invalidate-rating",
                        "/ratings?kind=rating",
                        page -> page.getByLabel("Invalidate").first().click()),
                new Screen("audit", "/settings/audit"),
                new Screen("television", television.substring(television.indexOf("/screen"))));
    }

    private static void click(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** Clicks it and waits for the dialog it opens. */
    private static void press(Page page, String button) {
        click(page, button);
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    private static void choose(Page page, String menu, String item) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(menu).setExact(true))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    private String address(World at, String path) {
        return "http://" + at.host() + ":" + port + path;
    }

    /** The live stream never ends, so "no request under way" is not it: what loads shows itself as busy. */
    private static void loaded(Page page) {
        page.waitForLoadState();
        try {
            // What stands in a folded tab loads when it is unfolded.
            page.waitForFunction(
                    "() => ![...document.querySelectorAll('[aria-busy=true]')].some(e => e.checkVisibility())");
        } catch (TimeoutError e) {
            throw new AssertionError(
                    page.url() + " stays busy: "
                            + page.locator("[aria-busy=true]").first().evaluate("e => e.outerHTML"),
                    e);
        }
    }

    private static void look(Page page, Look look, String name, List<String> faults) {
        loaded(page);
        page.waitForTimeout(SETTLED_MILLIS);
        String where = name + " " + look.name();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() != 0) {
            faults.add(where + " scrolls sideways by " + overflow);
        }
        if (DRAW) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setType(ScreenshotType.JPEG)
                    .setQuality(PICTURE_QUALITY)
                    .setPath(Path.of("web/pictures", name + "-" + look.name() + ".jpg")));
        }
        Axe.faults(page).forEach(fault -> faults.add(where + " " + fault));
    }
}
