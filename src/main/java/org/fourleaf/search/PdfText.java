package org.fourleaf.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The words of a PDF, page by page. The library unpacks whole streams in memory, so what they unpack to is measured first, and what
 * can't be measured (locked, packed twice, packed by rare means) is not opened.
 */
final class PdfText {

    private static final long FILE_BYTES_MAX = 10L * 1024 * 1024;
    private static final long UNPACKED_BYTES_MAX = 48L * 1024 * 1024;
    private static final int PAGES_MAX = 500;
    private static final int SINK_BYTES = 64 * 1024;

    private static final Pattern UNMEASURED =
            Pattern.compile("/Encrypt\\b|/Filter\\s*\\d+\\s+\\d+\\s+R|/(?:LZWDecode|LZW|RunLengthDecode)\\b"
                    + "|/Filter\\s*\\[[^\\]]{0,200}/Fl[^\\]]{0,200}/Fl");
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");

    private PdfText() {}

    static String of(Path file, long deadline) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new FileText.Unreadable("too large");
        }
        measure(Files.readAllBytes(file), deadline);
        StringBuilder text = new StringBuilder();
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw new FileText.Unreadable("locked");
            }
            PDFTextStripper stripper = new PDFTextStripper();
            int pages = Math.min(PAGES_MAX, document.getNumberOfPages());
            for (int page = 1; page <= pages && text.length() < FileText.TEXT_LENGTH_MAX; page++) {
                if (System.nanoTime() > deadline) {
                    break;
                }
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append(stripper.getText(document)).append(' ');
            }
        } catch (RuntimeException | StackOverflowError e) {
            // A library's surprise at a broken file is no fault of ours.
            throw new FileText.Unreadable(e.getClass().getSimpleName());
        }
        return text.toString();
    }

    private static void measure(byte[] bytes, long deadline) throws IOException {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!latin.startsWith("%PDF") || UNMEASURED.matcher(latin).find()) {
            throw new FileText.Unreadable("not measurable");
        }
        Matcher streams = STREAM.matcher(latin);
        long unpacked = 0;
        while (streams.find()) {
            unpacked += unpacked(bytes, streams.end(), UNPACKED_BYTES_MAX - unpacked, deadline);
        }
    }

    /** What is not packed this way is as large as it is: none more. */
    private static long unpacked(byte[] bytes, int from, long bytesMax, long deadline) throws IOException {
        byte[] sink = new byte[SINK_BYTES];
        long unpacked = 0;
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            for (int n = inflater.inflate(sink); n > 0; n = inflater.inflate(sink)) {
                unpacked += n;
                if (unpacked > bytesMax || System.nanoTime() > deadline) {
                    throw new FileText.Unreadable("too large unpacked");
                }
            }
            return unpacked;
        } catch (DataFormatException e) {
            return unpacked;
        } finally {
            inflater.end();
        }
    }
}
