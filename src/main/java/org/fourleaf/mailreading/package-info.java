/**
 * Reading mail: from raw bytes to {@link org.fourleaf.mailreading.ReadMail}, what kind of mail it is ({@link
 * org.fourleaf.mailreading.MailKind}) and which of its words are new ({@link org.fourleaf.mailreading.QuoteSplitting}).
 *
 * <p>Pure: no database, no Spring, no clock. Every byte it gets is hostile, so everything it builds is bounded and nothing it reads can
 * make it hang.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.fourleaf.mailreading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
