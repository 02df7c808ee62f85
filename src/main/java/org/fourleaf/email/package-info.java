/**
 * E-mail. This half reads: raw bytes to {@link org.fourleaf.email.ReadMail}, what kind of mail it is, which of its words
 * are new, and HTML that is safe to show. It is pure: no database, no Spring, no clock. Every byte it gets is hostile, so
 * everything it builds is bounded and nothing it reads can make it hang.
 */
@NullMarked
package org.fourleaf.email;

import org.jspecify.annotations.NullMarked;
