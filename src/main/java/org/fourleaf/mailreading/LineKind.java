package org.fourleaf.mailreading;

/** What a line of a mail's body is to its reader. */
enum LineKind {
    FRESH,
    QUOTED,
    SIGNATURE
}
