package org.fourleaf.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells the addresses of our own networks, which nobody outside may make us call: this machine, private and shared networks, link-local
 * ones with the clouds' metadata services, and all ways to write those as IPv6.
 */
public final class InsideAddress {

    private static final int FOUR = 4;
    private static final int BYTE = 0xff;

    private InsideAddress() {}

    /** Whether it is of our own networks, or of none that can be called. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean plain = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return plain || (bytes.length == FOUR ? isInside(bytes) : isInsideSix(bytes));
    }

    private static boolean isInside(byte[] four) {
        int first = four[0] & BYTE;
        int second = four[1] & BYTE;
        int third = four[2] & BYTE;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19));
    }

    private static boolean isInsideSix(byte[] six) {
        int first = six[0] & BYTE;
        int second = six[1] & BYTE;
        if ((first & 0xfe) == 0xfc) {
            return true;
        }
        if (first == 0x20 && second == 0x02) {
            return isInsideFour(Arrays.copyOfRange(six, 2, 6));
        }
        boolean translated = first == 0 && second == 0x64 && (six[2] & BYTE) == 0xff && (six[3] & BYTE) == 0x9b;
        boolean compatible = true;
        for (int i = 0; i < 10; i++) {
            compatible &= six[i] == 0;
        }
        return (translated || compatible) && isInsideFour(Arrays.copyOfRange(six, 12, 16));
    }

    private static boolean isInsideFour(byte[] four) {
        try {
            return is(InetAddress.getByAddress(four));
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
