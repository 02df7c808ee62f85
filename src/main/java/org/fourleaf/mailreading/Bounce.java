package org.fourleaf.mailreading;

import org.jspecify.annotations.Nullable;

/**
 * What a server says about one recipient of a mail we sent. Hard means it will not arrive; not hard, that the server still
 * tries or may take it later. The status is RFC 3463's ("5.1.1") when given; the reason is the server's own words.
 */
public record Bounce(
        @Nullable String recipient,
        boolean hard,
        @Nullable String status,
        String reason,
        @Nullable String originalMessageId) {}
