package org.fourleaf.mailreading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** An HTML body as lines, each with the leaves it is made of, so that lines can be taken out again leaf by leaf. */
final class HtmlLines {
    private static final Set<String> LEAVES = Set.of("img", "br", "hr");

    private final List<BodyLine> lines = new ArrayList<>();
    private final List<List<Node>> leaves = new ArrayList<>();

    /** The same body twice: the new words, and all the rest. */
    record Halves(Element fresh, Element folded) {}

    private HtmlLines() {}

    static HtmlLines of(Element body) {
        HtmlLines lines = new HtmlLines();
        Walk walk = new Walk(lines);
        body.filter(walk);
        walk.endLine();
        return lines;
    }

    List<BodyLine> lines() {
        return lines;
    }

    Halves halves(Element body, List<LineKind> kinds) {
        Set<Node> foldedLeaves = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) != LineKind.FRESH) {
                foldedLeaves.addAll(leaves.get(i));
            }
        }
        Element fresh = copy(body, foldedLeaves, false);
        Element folded = copy(body, foldedLeaves, true);
        return new Halves(fresh, folded);
    }

    /** Copies the leaves of one half and just the elements around them. */
    private static Element copy(Element from, Set<Node> chosen, boolean takeChosen) {
        Element to = from.shallowClone();
        Copying copying = new Copying(to, chosen, takeChosen);
        from.filter(copying);
        return to;
    }

    private static boolean isLeaf(Node node) {
        return node instanceof TextNode || (node instanceof Element element && LEAVES.contains(element.normalName()));
    }

    private static final class Copying implements NodeFilter {
        private final Set<Node> chosen;
        private final boolean takeChosen;
        private final List<Element> path = new ArrayList<>();
        private final List<Integer> keptBefore = new ArrayList<>();
        private int kept;

        Copying(Element root, Set<Node> chosen, boolean takeChosen) {
            this.chosen = chosen;
            this.takeChosen = takeChosen;
            path.add(root);
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (depth == 0) {
                return FilterResult.CONTINUE;
            }
            if (isLeaf(node)) {
                if (chosen.contains(node) == takeChosen) {
                    path.getLast().appendChild(node.shallowClone());
                    kept++;
                }
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof Element element) {
                Element copy = element.shallowClone();
                path.getLast().appendChild(copy);
                path.add(copy);
                keptBefore.add(kept);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (depth > 0 && node instanceof Element && !isLeaf(node)) {
                Element copy = path.removeLast();
                boolean silent = copy.normalName().equals("style");
                if (keptBefore.removeLast() == kept && !silent) {
                    copy.remove();
                }
            }
            return FilterResult.CONTINUE;
        }
    }

    private static final class Walk implements NodeFilter {
        private final HtmlLines to;
        private final StringBuilder line = new StringBuilder();
        private List<Node> leaves = new ArrayList<>();
        private int depth;
        private int marked;
        private int preformatted;
        private boolean startsOldMail;
        private int lineDepth;
        private boolean lineMarked;

        Walk(HtmlLines to) {
            this.to = to;
        }

        @Override
        public FilterResult head(Node node, int level) {
            if (node instanceof TextNode words) {
                text(words);
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String tag = element.normalName();
            switch (tag) {
                case "script", "style", "head", "title", "template" -> {
                    return FilterResult.SKIP_ENTIRELY;
                }
                case "br" -> {
                    leaves.add(node);
                    endLine();
                }
                case "hr" -> {
                    endLine();
                    startsOldMail |= QuoteMarks.startsOldMail(element);
                    leaves.add(node);
                    line.append("-----");
                    endLine();
                }
                case "img" -> {
                    leaves.add(node);
                    line.append(" ￼ ");
                    noteQuoting();
                }
                default -> open(element);
            }
            return FilterResult.CONTINUE;
        }

        private void open(Element element) {
            if (breaksLine(element)) {
                endLine();
            }
            depth += QuoteMarks.isCited(element) ? 1 : 0;
            marked += QuoteMarks.isIntroduction(element) ? 1 : 0;
            preformatted += element.normalName().equals("pre") ? 1 : 0;
            startsOldMail |= QuoteMarks.startsOldMail(element);
        }

        @Override
        public FilterResult tail(Node node, int level) {
            if (node instanceof Element element && !isLeaf(node)) {
                if (breaksLine(element)) {
                    endLine();
                }
                depth -= QuoteMarks.isCited(element) ? 1 : 0;
                marked -= QuoteMarks.isIntroduction(element) ? 1 : 0;
                preformatted -= element.normalName().equals("pre") ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        private static boolean breaksLine(Element element) {
            return element.isBlock()
                    && !element.normalName().equals("td")
                    && !element.normalName().equals("th");
        }

        private void text(TextNode node) {
            String words = node.getWholeText();
            leaves.add(node);
            if (!words.isBlank()) {
                noteQuoting();
            }
            line.append(preformatted > 0 ? words : words.replace('\n', ' ').replace('\r', ' '));
        }

        private void noteQuoting() {
            lineDepth = Math.max(lineDepth, depth);
            lineMarked |= marked > 0;
        }

        void endLine() {
            if (leaves.isEmpty() && line.isEmpty()) {
                return;
            }
            String raw = line.toString();
            boolean blank = raw.isBlank();
            // A blank leaf belongs to no line of its own kind: it follows the quoting around it.
            to.lines.add(BodyLine.of(
                    raw.strip().toLowerCase(Locale.ROOT).isEmpty() ? "" : raw.strip(),
                    blank ? 0 : lineDepth,
                    !blank && lineMarked,
                    !blank && startsOldMail));
            to.leaves.add(leaves);
            leaves = new ArrayList<>();
            line.setLength(0);
            lineDepth = 0;
            lineMarked = false;
            if (!blank) {
                startsOldMail = false;
            }
        }
    }
}
