package org.fourleaf.mailreading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Bytes to letters, when the label is right, wrong, unknown or missing. Never fails; NUL is dropped. */
final class MailCharsets {
    /** Enough for a sure guess; more only costs time. */
    private static final int DETECTION_BYTES_MAX = 64 * 1024;

    static final Charset WESTERN = Charset.forName("windows-1252");

    /** Labels whose senders mean a larger or other set, as in the WHATWG encoding standard, and names Java doesn't know. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("chinesebig5", "Big5-HKSCS"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("x-x-big5", "Big5-HKSCS"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-50221"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("x-unknown", "utf-8"),
            Map.entry("unicode", "utf-8"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf-8mb4", "utf-8"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("koi8-ru", "koi8-u"));

    /** What a guess may say; its rarer answers are mostly wrong on short texts. */
    private static final Set<String> CREDIBLE = Set.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "ISO-2022-JP",
            "ISO-2022-KR",
            "ISO-2022-CN",
            "SHIFT_JIS",
            "EUC-JP",
            "EUC-KR",
            "GB18030",
            "HZ-GB-2312",
            "BIG5",
            "KOI8-R",
            "WINDOWS-1251",
            "ISO-8859-5",
            "WINDOWS-1253",
            "ISO-8859-7",
            "WINDOWS-1255",
            "ISO-8859-8",
            "WINDOWS-1252",
            "TIS620");

    private MailCharsets() {}

    /** The charset a label means, or null when nobody knows it. */
    static @Nullable Charset named(@Nullable String label) {
        if (label == null) {
            return null;
        }
        String name = label.strip().toLowerCase(Locale.ROOT);
        int star = name.indexOf('*');
        if (star >= 0) {
            name = name.substring(0, star);
        }
        name = name.replace("\"", "").replace("'", "");
        try {
            return Charset.forName(MEANT.getOrDefault(name, name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String decode(byte[] bytes, @Nullable String label) {
        return decode(bytes, label, null);
    }

    /** Decodes by the label where the bytes agree with it, else by what the bytes look like. */
    static String decode(byte[] bytes, @Nullable String label, @Nullable Charset otherwise) {
        if (label != null && Utf7.isNamed(label)) {
            return clean(Utf7.decode(bytes));
        }
        Charset declared = named(label);
        if (StandardCharsets.UTF_16.equals(declared)) {
            declared = byteOrder(bytes);
        }
        if (StandardCharsets.US_ASCII.equals(declared)) {
            declared = null;
        }
        if (declared == null && isAscii(bytes) && !looksLikeJapanese(bytes)) {
            return clean(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        // Valid UTF-8 with non-ASCII in it is practically never anything else, except in multi-byte East Asian sets.
        if (declared == null || isSingleByte(declared)) {
            String utf8 = strict(bytes, StandardCharsets.UTF_8);
            if (utf8 != null && !isAscii(bytes)) {
                return clean(utf8);
            }
        }
        if (declared != null) {
            String said = strict(bytes, declared);
            if (said != null) {
                return clean(said);
            }
        }
        if (otherwise != null) {
            String said = strict(bytes, otherwise);
            if (said != null) {
                return clean(said);
            }
        }
        return clean(new String(bytes, guess(bytes, declared)));
    }

    /** UTF-16 that does not say its byte order: the zero halves of Western letters do. */
    private static Charset byteOrder(byte[] bytes) {
        int zeroSecond = 0;
        int zeroFirst = 0;
        for (int i = 0; i + 1 < Math.min(bytes.length, DETECTION_BYTES_MAX); i += 2) {
            zeroFirst += bytes[i] == 0 ? 1 : 0;
            zeroSecond += bytes[i + 1] == 0 ? 1 : 0;
        }
        boolean marked = bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff;
        return !marked && zeroSecond > zeroFirst ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
    }

    private static Charset guess(byte[] bytes, @Nullable Charset declared) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long broken = utf8.chars().filter(c -> c == '\uFFFD').count();
        long foreign = utf8.chars().filter(c -> c > 0x7f).count();
        if (broken * 4 < foreign) {
            return StandardCharsets.UTF_8; // a few damaged letters in good UTF-8, often a cut in the middle of one
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, DETECTION_BYTES_MAX));
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        Charset guessed = found == null || !CREDIBLE.contains(found) ? null : named(found);
        if (guessed != null && !guessed.equals(WESTERN)) {
            return guessed;
        }
        return declared == null || declared.equals(StandardCharsets.UTF_8) ? WESTERN : declared;
    }

    static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer out = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return out.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeJapanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1.0f;
    }

    private static String clean(String text) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return clean.startsWith("\uFEFF") ? clean.substring(1) : clean;
    }
}
