package org.fourleaf.mailreading;

/** Joins the soft line breaks of format=flowed (RFC 3676); lines of different quote depth are never joined. */
final class FlowedText {
    private FlowedText() {}

    static String unfold(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        boolean goesOn = false;
        int depthBefore = -1;
        for (String line : text.lines().toList()) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            int start = depth < line.length() && line.charAt(depth) == ' ' ? depth + 1 : depth;
            String content = line.substring(start);
            boolean signature = content.equals("-- ");
            if (goesOn && depth == depthBefore && !signature) {
                out.append(content);
            } else {
                out.append(depthBefore < 0 ? "" : "\n")
                        .append(">".repeat(depth))
                        .append(depth > 0 ? " " : "");
                out.append(content);
            }
            goesOn = content.endsWith(" ") && !signature;
            if (goesOn && deleteSpace) {
                out.setLength(out.length() - 1);
            }
            depthBefore = depth;
        }
        return out.toString();
    }
}
