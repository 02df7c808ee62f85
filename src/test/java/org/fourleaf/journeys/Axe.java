package org.fourleaf.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds against WCAG 2.2 AA. Asked in the page itself and for faults alone, which takes a third of what its builder does. */
final class Axe {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String SCRIPT = AxeBuilder.getAxeScript();
    private static final String RUN = """
            async tags => {
                const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false, iframes: false };
                const { violations } = await axe.run(document, options);
                return violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.slice(0, 3).map(({ target }) => target.join(' '))}`);
            }
            """;

    private Axe() {}

    @SuppressWarnings("unchecked")
    static List<String> faults(Page page) {
        if (Boolean.TRUE.equals(page.evaluate("!window.axe"))) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, WCAG);
    }
}
