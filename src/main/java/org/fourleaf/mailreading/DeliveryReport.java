package org.fourleaf.mailreading;

/** What a report mail (RFC 3464) carries beside its words: the status fields and the head of the mail it is about. */
record DeliveryReport(String status, String returned) {}
