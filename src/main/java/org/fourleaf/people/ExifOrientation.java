package org.fourleaf.people;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as a JPEG of it tells (Exif 2.32, tag 274): 1 for upright to 8. What tells nothing, or nonsense, is upright.
 */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int APPLICATION_1 = 0xFFE1;
    private static final int MARKERS_FROM = 0xFFC0;
    private static final int SEGMENTS_MAX = 100;
    private static final int EXIF = 0x45786966;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE_AT = 8;
    private static final int ORIENTATION = 0x0112;

    private ExifOrientation() {}

    static int of(byte[] file) {
        try {
            return read(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int read(ByteBuffer file) {
        if (unsigned(file) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        for (int i = 0; i < SEGMENTS_MAX; i++) {
            int marker = unsigned(file);
            if (marker < MARKERS_FROM || marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            int start = file.position();
            int length = unsigned(file);
            if (marker == APPLICATION_1 && file.getInt() == EXIF) {
                return inDirectory(file.slice(start + 8, length - 8));
            }
            file.position(start + length);
        }
        return UPRIGHT;
    }

    private static int inDirectory(ByteBuffer tiff) {
        tiff.order(unsigned(tiff) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                int told = tiff.getShort(entry + VALUE_AT);
                return told >= UPRIGHT && told <= LAST ? told : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(ByteBuffer from) {
        return Short.toUnsignedInt(from.getShort());
    }

    /** What turns a square of so many pixels a side upright. */
    static AffineTransform upright(int orientation, int side) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, side, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, side, side);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, side);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, side, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, side, side);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, side);
            default -> new AffineTransform();
        };
    }
}
