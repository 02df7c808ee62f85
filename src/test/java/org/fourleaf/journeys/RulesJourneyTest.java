package org.fourleaf.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An admin makes a rule by hand, and the rule does what it says. */
@InFourleaf
class RulesJourneyTest {

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
    void social_tickets_are_routed_to_marketing() {
        World world = worlds.fresh();
        world.addDepartment("Marketing", List.of());
        Page page = chromium.page(1440, 900, ColorScheme.LIGHT);
        page.navigate("http://" + world.host() + ":" + port + "/settings/account");
        page.getByLabel("E-mail").fill(World.OLGA);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(World.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Automation")).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Rules").setExact(true))
                .click();
        button(page, "Create").click();
        assertThat(page.getByLabel("Active")).isChecked();
        page.getByLabel("Name").fill("Route social tickets to marketing");
        page.getByLabel("Notes").fill("They answer on social networks.");
        page.getByLabel("Apply when").selectOption(new SelectOption().setLabel("Ticket is created"));
        button(page, "Add condition group").click();
        page.getByLabel("What", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel("Ticket source"));
        Locator value = page.locator("input[aria-label=Value]");
        for (String channel : List.of("Facebook", "Instagram", "X", "Viber")) {
            value.click();
            page.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(channel).setExact(true))
                    .click();
        }
        page.keyboard().press("Escape");
        page.getByLabel("Action", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel("Transfer ticket"));
        page.getByLabel("Department", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel("Marketing"));
        page.getByLabel("Assign to").selectOption(new SelectOption().setLabel("Unassigned"));
        button(page, "Save").click();
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Route social tickets to marketing")))
                .isVisible();
        String code = world.anna()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Do you ship to Crete?",
                                "channel",
                                "facebook",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "Hello")))
                .mustBe(201)
                .text("/code");
        Awaitility.await()
                .until(() -> world.olga()
                        .get("/api/v1/tickets/" + code)
                        .text("/department/name")
                        .equals("Marketing"));
        page.navigate("http://" + world.host() + ":" + port + "/tickets/" + code);
        assertThat(page.getByText("Rule “Route social tickets to marketing” matched"))
                .isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
