package org.fourleaf.mailreading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** How mail programs mark in HTML what they quote. Only marks that no person types count. */
final class QuoteMarks {
    /** Classes and ids of elements whose inside is quoted, and where an answer is never typed. */
    private static final Set<String> CITED = Set.of(
            "yahoo_quoted",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "hmmessage_quote",
            "aolreplacedquote",
            "ms-outlook-mobile-reference-message",
            "mail-editor-reference-message-container",
            "reply-quoted-message",
            "bloop_original_html",
            "qt-quote",
            "zimbra-quote",
            "ymail_quote");

    /** The line above a quote. */
    private static final Set<String> INTRODUCTIONS =
            Set.of("gmail_attr", "moz-cite-prefix", "airmail_on", "yahoo-quoted-begin");

    /** From here on all is an older mail. */
    private static final Set<String> OLD_MAIL = Set.of(
            "divrplyfwdmsg",
            "x_divrplyfwdmsg",
            "appendonsend",
            "stopspelling",
            "olk_src_body_section",
            "outlookmessageheader",
            "mail-editor-reference-message",
            "replysplit",
            "rim_original_message",
            "x_mail-editor-reference-message-container");

    private static final List<String> OUTLOOK_TOP_BORDERS = List.of(
            "border-top:solid#e1e1e1",
            "border-top:solid#b5c4df",
            "border-top:#b5c4df",
            "border-top:#e1e1e1",
            "border-top:1ptsolid#b5c4df");

    private QuoteMarks() {}

    static boolean isCited(Element element) {
        if (element.normalName().equals("blockquote")) {
            return element.attr("type").equalsIgnoreCase("cite")
                    || hasMark(element, "gmail_quote", "clean_bq", "iosymail", "protonmail_quote")
                    || element.hasAttr("cite")
                    || isIndentedByProgram(element);
        }
        return element.attr("name").equals("quote") || isOneOf(element, CITED);
    }

    static boolean isIntroduction(Element element) {
        return isOneOf(element, INTRODUCTIONS);
    }

    static boolean startsOldMail(Element element) {
        return isOneOf(element, OLD_MAIL);
    }

    static boolean hasOutlookTopBorder(Element element) {
        String style =
                element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").replace("windowtext", "");
        return OUTLOOK_TOP_BORDERS.stream().anyMatch(style::contains);
    }

    /** The left rule that programs draw beside a quote. */
    private static boolean isIndentedByProgram(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return style.contains("border-left:") && style.contains("padding-left:");
    }

    private static boolean isOneOf(Element element, Set<String> marks) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return false;
        }
        if (marks.contains(element.id().toLowerCase(Locale.ROOT))) {
            return true;
        }
        for (String name : element.classNames()) {
            if (marks.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMark(Element element, String... names) {
        for (String name : names) {
            if (element.hasClass(name) || element.hasClass("x_" + name)) {
                return true;
            }
        }
        return false;
    }
}
