package org.fourleaf.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlText;

/**
 * The words of an attached file: plain text, tables, HTML, PDF and office documents. Every file is hostile: how much is read, unpacked
 * and kept is bounded, nothing it names is fetched, and what is broken or locked simply has no words.
 */
final class FileText {

    /** A larger file is not opened. */
    static final long FILE_BYTES_MAX = 25L * 1024 * 1024;

    /** Of a longer text the beginning is found. */
    static final int TEXT_LENGTH_MAX = 100_000;

    static final Duration TIME_MAX = Duration.ofSeconds(15);

    private static final int PLAIN_BYTES_MAX = 4 * TEXT_LENGTH_MAX;
    private static final Set<String> PLAIN = Set.of("txt", "csv", "tsv", "md", "log", "text", "ics", "vcf");
    private static final Set<String> HTML = Set.of("html", "htm", "xhtml");
    private static final Set<String> OFFICE = Set.of("docx", "xlsx", "pptx", "odt", "ods", "odp", "docm", "xlsm");

    /** Can't be read. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    private FileText() {}

    /** Whether files so called are opened at all. */
    static boolean isReadable(String name) {
        String ending = ending(name);
        return PLAIN.contains(ending) || HTML.contains(ending) || OFFICE.contains(ending) || ending.equals("pdf");
    }

    /** @throws IOException when it is broken, locked, too large when unpacked, or takes too long */
    static String of(Path file, String name) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new Unreadable("too large");
        }
        String ending = ending(name);
        long deadline = System.nanoTime() + TIME_MAX.toNanos();
        String text;
        if (PLAIN.contains(ending)) {
            text = plain(file);
        } else if (HTML.contains(ending)) {
            text = HtmlText.toText(plain(file));
        } else if (OFFICE.contains(ending)) {
            text = OfficeText.of(file, deadline);
        } else if (ending.equals("pdf")) {
            text = PdfText.of(file, deadline);
        } else {
            throw new Unreadable("no known kind");
        }
        return Texts.cut(Texts.clean(text), TEXT_LENGTH_MAX);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String plain(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(PLAIN_BYTES_MAX);
        }
        boolean little = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
        boolean big = bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
        if (little || big) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            // What was cut off may end within a character.
            int end = bytes.length;
            while (end > 0 && bytes.length == PLAIN_BYTES_MAX && (bytes[end - 1] & 0xc0) == 0x80) {
                end--;
            }
            int length = bytes.length == PLAIN_BYTES_MAX ? Math.max(0, end - 1) : end;
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
