package org.fourleaf.mailreading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Unpacks the compressed RTF of Outlook (MS-OXRTFCP); returns what could be unpacked, nothing when it is not RTF at all. */
final class CompressedRtf {
    private static final int COMPRESSED = 0x75465a4c;
    private static final int UNCOMPRESSED = 0x414c454d;
    private static final int DICTIONARY_BYTES = 4096;
    private static final int RTF_BYTES_MAX = 32 * 1024 * 1024;
    /** Both sides start with this, as the format says. */
    private static final byte[] PRIMED =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
                            + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
                            + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    static byte[] unpack(byte[] packed) {
        if (packed.length < 16) {
            return new byte[0];
        }
        ByteBuffer in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        in.getInt();
        int size = in.getInt();
        int kind = in.getInt();
        in.getInt();
        if (size < 0 || size > RTF_BYTES_MAX) {
            return new byte[0];
        }
        if (kind == UNCOMPRESSED) {
            return Arrays.copyOfRange(packed, 16, Math.min(packed.length, 16 + size));
        }
        return kind == COMPRESSED ? inflate(in, size) : new byte[0];
    }

    private static byte[] inflate(ByteBuffer in, int size) {
        byte[] dictionary = new byte[DICTIONARY_BYTES];
        System.arraycopy(PRIMED, 0, dictionary, 0, PRIMED.length);
        int write = PRIMED.length;
        // The claimed size is a stranger's word: nine bits make at most 17 bytes.
        byte[] out = new byte[(int) Math.min(size, in.remaining() * 17L)];
        int done = 0;
        while (in.hasRemaining() && done < out.length) {
            int flags = in.get();
            for (int bit = 0; bit < 8 && in.hasRemaining() && done < out.length; bit++) {
                if ((flags >> bit & 1) == 0) {
                    byte b = in.get();
                    out[done++] = b;
                    dictionary[write] = b;
                    write = (write + 1) % DICTIONARY_BYTES;
                    continue;
                }
                if (in.remaining() < 2) {
                    return Arrays.copyOf(out, done);
                }
                int reference = ((in.get() & 0xff) << 8) | (in.get() & 0xff);
                int read = reference >> 4;
                if (read == write) {
                    return Arrays.copyOf(out, done);
                }
                for (int length = (reference & 15) + 2; length > 0 && done < out.length; length--) {
                    byte b = dictionary[read];
                    out[done++] = b;
                    dictionary[write] = b;
                    read = (read + 1) % DICTIONARY_BYTES;
                    write = (write + 1) % DICTIONARY_BYTES;
                }
            }
        }
        return Arrays.copyOf(out, done);
    }
}
