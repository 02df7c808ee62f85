package org.fourleaf.mailreading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourleaf.mailreading.QuoteWords.Label;

/** Decides of each line whether it is new, quoted or signature. Every step looks at a bounded number of lines ahead. */
final class LineSorting {
    private static final int ATTRIBUTION_LINES_MAX = 4;
    private static final int ATTRIBUTION_CHARS_MAX = 500;
    private static final int BRACKET_REST_CHARS_MAX = 40;
    private static final int WRAPPED_LINE_CHARS_MIN = 60;
    private static final int HEADER_BLOCK_LINES_MAX = 14;
    private static final int SIGNATURE_LINES_MAX = 25;
    /** Behind dashes without the standard's space: people also draw lines so. */
    private static final int BARE_SIGNATURE_LINES_MAX = 12;

    private static final int FOOTER_LINES_MAX = 8;
    private static final Pattern SIGNATURE_MARK = Pattern.compile("--|—");
    private static final Pattern DASHED_NAME =
            Pattern.compile("[-–—]\\p{Lu}[\\p{L}.']{1,20}(?: \\p{Lu}[\\p{L}.']{0,20}){0,3}");

    private final List<BodyLine> lines;
    private final boolean forward;
    private final LineKind[] kinds;

    private LineSorting(List<BodyLine> lines, boolean forward) {
        this.lines = lines;
        this.forward = forward;
        this.kinds = new LineKind[lines.size()];
    }

    static List<LineKind> sort(List<BodyLine> lines, boolean forward) {
        LineSorting sorting = new LineSorting(lines, forward);
        Arrays.fill(sorting.kinds, LineKind.FRESH);
        sorting.markQuotes();
        sorting.markSignatures();
        return List.of(sorting.kinds);
    }

    /** Whether new words come after quoted ones, so that the quote belongs to their sense. */
    static boolean isInterleaved(List<LineKind> kinds, List<BodyLine> lines) {
        boolean quoteSeen = false;
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == LineKind.FRESH && quoteSeen && !lines.get(i).isBlank()) {
                return true;
            }
            quoteSeen |= kinds.get(i) == LineKind.QUOTED && !lines.get(i).isBlank();
        }
        return false;
    }

    private void markQuotes() {
        boolean wordsSeen = false;
        int i = 0;
        while (i < lines.size()) {
            BodyLine line = lines.get(i);
            if (isForwardStart(line)) {
                return; // a forward is shown whole
            }
            if (line.isQuoted()) {
                i = quotedRun(i);
                continue;
            }
            int attribution = Math.max(attributionLines(i), isMarkedIntroduction(i) ? 1 : 0);
            if (attribution > 0) {
                int next = nextWords(i + attribution);
                boolean marked = next < lines.size() && lines.get(next).isQuoted();
                // Marked quotes say themselves where they end; unmarked ones go to the end.
                fill(i, marked ? next : lines.size());
                i = marked ? next : lines.size();
                continue;
            }
            if (!wordsSeen && isLoneFrom(i)) {
                fill(i, lines.size());
                return;
            }
            if (startsOldMail(i) && (wordsSeen || !isHeaderBlock(i)) && !(forward && isHeaderBlock(afterDivider(i)))) {
                fill(i, lines.size());
                return;
            }
            wordsSeen |= !line.isBlank();
            i++;
        }
    }

    /** Asked where new words or a quote begin; some programs mark up a forward like a quote, but never with signs. */
    private static boolean isForwardStart(BodyLine line) {
        return !line.isBlank() && !line.raw().startsWith(">") && QuoteWords.isForwardMark(line.words());
    }

    /** Marked as an introduction, looking like one and followed by a quote: then the language does not matter. */
    private boolean isMarkedIntroduction(int i) {
        BodyLine line = lines.get(i);
        if (!line.marked() || !QuoteWords.endsWithColon(line.words())) {
            return false;
        }
        int next = nextWords(i + 1);
        return next < lines.size() && lines.get(next).isQuoted();
    }

    /** Marks lines quoted by sign or by the mail program, and the blank lines within. */
    private int quotedRun(int from) {
        int end = from;
        int i = from;
        while (i < lines.size() && (lines.get(i).isQuoted() || lines.get(i).isBlank() || isWrappedQuote(i))) {
            if (lines.get(i).isQuoted()) {
                end = i + 1;
            }
            i++;
        }
        fill(from, end);
        return end;
    }

    /** The end of a long quoted line that a program broke without giving it a mark of its own. */
    private boolean isWrappedQuote(int i) {
        if (i == 0
                || i + 1 >= lines.size()
                || !lines.get(i - 1).isQuoted()
                || !lines.get(i + 1).isQuoted()) {
            return false;
        }
        String before = lines.get(i - 1).words();
        String words = lines.get(i).words();
        return before.length() >= WRAPPED_LINE_CHARS_MIN
                && ".?!:;…".indexOf(before.charAt(before.length() - 1)) < 0
                && !words.isEmpty()
                && Character.isLowerCase(words.charAt(0));
    }

    private boolean startsOldMail(int i) {
        BodyLine line = lines.get(i);
        if (line.startsOldMail()) {
            return true;
        }
        if (line.isBlank()) {
            return false;
        }
        if (QuoteWords.isOriginalDivider(line.words()) || QuoteWords.isReplyAbove(line.words())) {
            return true;
        }
        if (QuoteWords.isDivider(line.words())) {
            int next = nextWords(i + 1);
            return next <= i + 3 && (isHeaderBlock(next) || attributionLines(next) > 0);
        }
        return isHeaderBlock(i);
    }

    /** "From: somebody" and nothing else above an old text; the caller shows all when nothing new is left. */
    private boolean isLoneFrom(int i) {
        String words = lines.get(i).words();
        return QuoteWords.labelOf(words) == Label.FROM
                && words.endsWith(">")
                && QuoteWords.hasAddress(words)
                && i + 1 < lines.size()
                && lines.get(i + 1).isBlank();
    }

    private int afterDivider(int i) {
        String words = lines.get(i).words();
        return QuoteWords.isDivider(words) || QuoteWords.isOriginalDivider(words) ? nextWords(i + 1) : i;
    }

    /** From, Sent, To, Subject, in any order and language; what looks like an order form must not pass. */
    private boolean isHeaderBlock(int from) {
        if (from >= lines.size()) {
            return false;
        }
        Label first = QuoteWords.labelOf(lines.get(from).words());
        if (first != Label.FROM && first != Label.DATE && first != Label.SUBJECT && first != Label.TO) {
            return false;
        }
        Set<Label> seen = EnumSet.noneOf(Label.class);
        boolean address = false;
        boolean date = false;
        int unlabelled = 0;
        for (int i = from; i < lines.size() && i < from + HEADER_BLOCK_LINES_MAX; i++) {
            BodyLine line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            Label label = QuoteWords.labelOf(line.words());
            if (label == null && ++unlabelled > 2) {
                break;
            }
            if (label != null) {
                unlabelled = 0;
                seen.add(label);
            }
            address |= QuoteWords.hasAddress(line.words());
            date |= label == Label.DATE && QuoteWords.hasDate(line.words());
        }
        seen.remove(Label.OTHER);
        boolean subject = seen.contains(Label.SUBJECT);
        if (!seen.contains(Label.FROM)) {
            return false;
        }
        return seen.size() >= 3 ? address || (subject && date) : seen.size() == 2 && address && date;
    }

    /** How many lines from here make an "On … wrote:", 0 when none do. */
    private int attributionLines(int from) {
        if (from >= lines.size() || lines.get(from).isBlank() || lines.get(from).isQuoted()) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int n = 0; n < ATTRIBUTION_LINES_MAX && from + n < lines.size(); n++) {
            BodyLine line = lines.get(from + n);
            boolean bracketsEnd = n > 0 && endsOpenBracket(joined, line);
            if (n > 0 && !bracketsEnd && (line.isBlank() || line.isQuoted() || beginsAnother(line))) {
                return 0;
            }
            joined.append(n > 0 ? " " : "").append(bracketsEnd ? line.raw().strip() : line.words());
            if (joined.length() > ATTRIBUTION_CHARS_MAX) {
                return 0;
            }
            if (isAttribution(joined.toString(), lines.get(from).words(), n > 0, from + n + 1)) {
                return n + 1;
            }
            if (QuoteWords.endsWithColon(line.words())) {
                return 0;
            }
        }
        return 0;
    }

    /** A line break inside {@code <a@b>} leaves the closing bracket at the start of a line, like a quote mark. */
    private static boolean endsOpenBracket(StringBuilder joined, BodyLine line) {
        return joined.lastIndexOf("<") > joined.lastIndexOf(">")
                && line.raw().strip().startsWith(">")
                && line.raw().length() <= BRACKET_REST_CHARS_MAX
                && QuoteWords.endsWithColon(line.raw().strip());
    }

    /** The line above is then no part of it. */
    private static boolean beginsAnother(BodyLine line) {
        return QuoteWords.beginsWithOn(line.words())
                && QuoteWords.hasDate(line.words())
                && QuoteWords.hasTime(line.words());
    }

    private boolean isAttribution(String joined, String firstLine, boolean manyLines, int after) {
        boolean wrote = QuoteWords.endsWithWrote(joined);
        boolean colon = QuoteWords.endsWithColon(joined);
        if (!wrote && !colon) {
            return false;
        }
        boolean date = QuoteWords.hasDate(joined);
        boolean address = QuoteWords.hasAddress(joined);
        boolean exact = date && (address || QuoteWords.hasTime(joined));
        int next = nextWords(after);
        boolean marked =
                next < lines.size() && next <= after + 2 && lines.get(next).isQuoted();
        boolean begins =
                QuoteWords.beginsWithOn(firstLine) || QuoteWords.hasDate(firstLine) || QuoteWords.hasAddress(firstLine);
        if (!begins) {
            return marked && wrote && !manyLines;
        }
        if (marked) {
            return wrote || (colon && (date || address));
        }
        // Nothing marks the quote below, so this line alone must be beyond doubt.
        if (wrote && colon && address && !manyLines && QuoteWords.isNameAndAddress(joined)) {
            return true;
        }
        return exact
                && (wrote
                        ? colon || QuoteWords.beginsWithOn(joined)
                        : QuoteWords.endsWithBracketedAddress(joined) || QuoteWords.saysWrote(joined));
    }

    private int nextWords(int from) {
        int i = from;
        while (i < lines.size()
                && lines.get(i).words().isEmpty()
                && !lines.get(i).isQuoted()) {
            i++;
        }
        return i;
    }

    private void fill(int from, int to) {
        Arrays.fill(kinds, from, to, LineKind.QUOTED);
    }

    /** Looks for a signature at the end of each stretch of new lines. */
    private void markSignatures() {
        for (int[] stretch : freshStretches()) {
            int start = signatureStart(stretch[0], stretch[1]);
            Arrays.fill(kinds, start, stretch[1], LineKind.SIGNATURE);
        }
    }

    private List<int[]> freshStretches() {
        List<int[]> stretches = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= kinds.length; i++) {
            boolean fresh = i < kinds.length && kinds[i] == LineKind.FRESH;
            if (fresh && start < 0) {
                start = i;
            } else if (!fresh && start >= 0) {
                stretches.add(new int[] {start, i});
                start = -1;
            }
        }
        return stretches;
    }

    private int signatureStart(int from, int to) {
        int end = to;
        while (end > from && lines.get(end - 1).isBlank()) {
            end--;
        }
        int start = end;
        int words = 0;
        for (int i = end - 1; i >= from && words < SIGNATURE_LINES_MAX; i--) {
            BodyLine line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            boolean standard = line.raw().equals("-- ");
            boolean mark =
                    SIGNATURE_MARK.matcher(line.words()).matches() && (standard || words <= BARE_SIGNATURE_LINES_MAX);
            boolean footer =
                    QuoteWords.isDivider(line.words()) && line.words().startsWith("_") && words <= FOOTER_LINES_MAX;
            boolean device = words <= 1 && QuoteWords.isSentFrom(line.words());
            boolean name = (words == 0 || start == nextWords(i + 1))
                    && DASHED_NAME.matcher(line.words()).matches();
            if (mark || footer || device || name) {
                start = i;
            }
            words++;
        }
        return start;
    }
}
