package org.fourleaf.mailreading;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of MAPI properties as TNEF writes it (MS-OXTNEF 2.1.3.4); only the last value of each string or binary is kept. */
record TnefProperties(Map<Integer, byte[]> values, boolean whole) {
    static final int BODY = 0x1000;
    static final int RTF_COMPRESSED = 0x1009;
    static final int BODY_HTML = 0x1013;
    static final int ATTACH_DATA = 0x3701;
    static final int ATTACH_MIME_TAG = 0x370e;
    static final int ATTACH_CONTENT_ID = 0x3712;
    static final int ATTACH_LONG_NAME = 0x3707;
    /** Display name, then the 8.3 name. */
    static final List<Integer> OTHER_NAMES = List.of(0x3001, 0x3704);
    /** Set on the key of a value that came as UTF-16. */
    static final int UNICODE_FLAG = 0x10000;

    private static final int TYPE_OBJECT = 0x000d;
    private static final int TYPE_STRING = 0x001e;
    private static final int TYPE_UNICODE = 0x001f;
    private static final int TYPE_GUID = 0x0048;
    private static final int TYPE_BINARY = 0x0102;
    private static final int MULTIPLE = 0x1000;
    private static final int NAMED_FROM = 0x8000;
    private static final int PROPERTIES_MAX = 10_000;

    static TnefProperties read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, byte[]> values = new HashMap<>();
        try {
            int count = in.getInt();
            for (int i = 0; i < count && i < PROPERTIES_MAX; i++) {
                property(in, values);
            }
            return new TnefProperties(values, count >= 0 && count <= PROPERTIES_MAX);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return new TnefProperties(values, false);
        }
    }

    private static void property(ByteBuffer in, Map<Integer, byte[]> values) {
        int type = in.getShort() & 0xffff;
        int id = in.getShort() & 0xffff;
        if (id >= NAMED_FROM) {
            skip(in, 16);
            if (in.getInt() == 0) {
                in.getInt();
            } else {
                padded(in, in.getInt());
            }
        }
        int single = type & ~MULTIPLE;
        boolean sized =
                single == TYPE_OBJECT || single == TYPE_STRING || single == TYPE_UNICODE || single == TYPE_BINARY;
        int count = sized || type != single ? in.getInt() : 1;
        for (int i = 0; i < count; i++) {
            if (!sized) {
                skip(in, fixedBytes(single));
                continue;
            }
            byte[] value = padded(in, in.getInt());
            if (single == TYPE_OBJECT && value.length >= 16) {
                value = Arrays.copyOfRange(value, 16, value.length); // after the interface id
            }
            if (type == single) {
                values.put(single == TYPE_UNICODE ? id | UNICODE_FLAG : id, value);
            }
        }
    }

    private static int fixedBytes(int type) {
        return switch (type) {
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
            case TYPE_GUID -> 16;
            case 0x0001 -> 0;
            case 0x0002, 0x0003, 0x0004, 0x000a, 0x000b -> 4;
            default -> throw new IllegalArgumentException("unknown property type");
        };
    }

    private static byte[] padded(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        in.get(value);
        skip(in, Math.min(in.remaining(), -length & 3));
        return value;
    }

    private static void skip(ByteBuffer in, int bytes) {
        if (bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + bytes);
    }
}
