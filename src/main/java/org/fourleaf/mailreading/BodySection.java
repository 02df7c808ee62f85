package org.fourleaf.mailreading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourleaf.platform.html.HtmlText;
import org.jspecify.annotations.Nullable;

/** A stretch of a mail's body: as text, as HTML, or the same thing as both. */
record BodySection(@Nullable String text, @Nullable String html) {

    /** Alternatives tell the same; where two of one kind differ nothing is dropped. */
    static Optional<BodySection> oneOf(List<BodySection> alternatives) {
        Set<String> texts = new LinkedHashSet<>();
        Set<String> htmls = new LinkedHashSet<>();
        for (BodySection section : alternatives) {
            if (section.text != null && !section.text.isBlank()) {
                texts.add(section.text);
            }
            if (section.html != null && !section.html.isBlank()) {
                htmls.add(section.html);
            }
        }
        if (texts.isEmpty() && htmls.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BodySection(
                texts.isEmpty() ? null : String.join("\n\n", texts),
                htmls.isEmpty() ? null : String.join("\n", htmls)));
    }

    static Optional<BodySection> together(List<BodySection> sections) {
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BodySection(textOf(sections), htmlOf(sections)));
    }

    /** All sections as text; HTML is converted where there is no text. */
    static String textOf(List<BodySection> sections) {
        List<String> texts = new ArrayList<>();
        for (BodySection section : sections) {
            if (section.text != null && !section.text.isBlank()) {
                texts.add(section.text);
            } else if (section.html != null) {
                texts.add(HtmlText.toText(section.html));
            }
        }
        return texts.size() == 1 ? texts.getFirst() : String.join("\n\n", texts);
    }

    /** All sections as HTML, or null when none is HTML. */
    static @Nullable String htmlOf(List<BodySection> sections) {
        if (sections.stream().allMatch(section -> section.html == null)) {
            return null;
        }
        List<String> htmls = new ArrayList<>();
        for (BodySection section : sections) {
            if (section.html != null) {
                htmls.add(section.html);
            } else if (section.text != null && !section.text.isBlank()) {
                htmls.add(HtmlText.fromText(section.text));
            }
        }
        return String.join("\n", htmls);
    }
}
