package org.fourleaf.mailreading;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that old programs write into the text itself, between "begin 644 name" and "end". Text that only looks so stays. */
record UuFiles(String text, List<UuFile> files) {
    private static final Pattern BEGIN = Pattern.compile("begin(?:-base64)? [0-7]{3,4} (\\S.{0,254})");
    private static final int FILES_MAX = 100;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record UuFile(String name, byte[] bytes) {}

    static UuFiles cutFrom(String text) {
        if (!text.contains("begin ")) {
            return new UuFiles(text, List.of());
        }
        List<String> lines = text.lines().toList();
        List<UuFile> files = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text.length());
        int at = 0;
        while (at < lines.size()) {
            Matcher begin = BEGIN.matcher(lines.get(at).stripTrailing());
            int end = begin.matches() && files.size() < FILES_MAX ? end(lines, at + 1) : -1;
            if (end < 0) {
                rest.append(lines.get(at++)).append('\n');
            } else {
                files.add(new UuFile(begin.group(1), bytes(lines.subList(at + 1, end))));
                at = end + 1;
            }
        }
        return files.isEmpty() ? new UuFiles(text, files) : new UuFiles(rest.toString(), files);
    }

    /** The line of "end" when everything between is uuencoded, else -1. */
    private static int end(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().equals("end")) {
                return i > from ? i : -1;
            }
            if (!line.isBlank() && Transfer.uuLine(line) == null) {
                return -1;
            }
        }
        return -1;
    }

    private static byte[] bytes(List<String> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : lines) {
            byte[] bytes = Transfer.uuLine(line);
            if (bytes != null) {
                out.writeBytes(bytes);
            }
        }
        return out.toByteArray();
    }
}
