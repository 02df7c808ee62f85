package org.fourleaf.tickets;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.html.HtmlText;

/** Variables in ready-made texts: checked when a text is saved, escaped when it is filled in. */
public final class TextVariables {

    /** All there are. {@code department.hours} is the week of its calendar in words, empty when it never opens. */
    static final Set<String> KNOWN = Set.of(
            "customer.name",
            "customer.first_name",
            "customer.email",
            "ticket.code",
            "ticket.subject",
            "agent.name",
            "company.name",
            "department.name",
            "department.hours");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+\\.[a-z_]+)\\}");

    private TextVariables() {}

    /** @throws Refusal invalid naming the variables that do not exist: an error when saved, not a hole in a mail */
    public static void mustBeKnown(String html, String pointer) {
        mustBeKnown(html, pointer, KNOWN);
    }

    /** The same for a text with other variables. */
    public static void mustBeKnown(String html, String pointer, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        Matcher variables = VARIABLE.matcher(html);
        while (variables.find()) {
            if (!known.contains(variables.group(1))) {
                unknown.add(variables.group());
            }
        }
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(pointer, "There is no variable " + String.join(", ", unknown) + ".");
        }
    }

    /** The same for a text that is no HTML, such as a subject. */
    public static String fillLine(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        KNOWN.contains(found.group(1)) || values.containsKey(found.group(1))
                                ? values.getOrDefault(found.group(1), "")
                                : found.group()));
    }

    /** Values are text and become HTML; a known variable without a value leaves nothing. */
    public static String fill(String html, Map<String, String> values) {
        return VARIABLE.matcher(html).replaceAll(found -> {
            String name = found.group(1);
            if (!KNOWN.contains(name) && !values.containsKey(name)) {
                return Matcher.quoteReplacement(found.group());
            }
            return Matcher.quoteReplacement(HtmlText.escaped(values.getOrDefault(name, "")));
        });
    }
}
