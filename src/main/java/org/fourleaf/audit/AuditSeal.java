package org.fourleaf.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.platform.log.Recorded;

/**
 * The seal of one line: SHA-256 over the seal before and everything the line says, in lines of text that anybody can put together again.
 * docs/operations/audit.md tells how.
 */
final class AuditSeal {

    /** What the first line is sealed with. */
    static final String FIRST = "0".repeat(64);

    private AuditSeal() {}

    static String of(String before, long n, Recorded line) {
        String text = Stream.of(
                        before,
                        n,
                        line.workspace(),
                        line.seq(),
                        line.at(),
                        line.kind().code(),
                        line.byKind().code(),
                        line.byId(),
                        line.ticket(),
                        line.agent(),
                        line.customer(),
                        line.company(),
                        line.department(),
                        line.channel(),
                        facts(line))
                .map(part -> part == null ? "" : String.valueOf(part))
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the order of their names, whatever order the database keeps them in. */
    private static String facts(Recorded line) {
        Map<String, String> sorted = new TreeMap<>();
        line.facts().properties().forEach(fact -> sorted.put(fact.getKey(), String.valueOf(fact.getValue())));
        return sorted.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("\n"));
    }
}
