/** Content-addressed files: attachments and raw mails, stored once, removed only when nothing refers to them. */
@NullMarked
package org.fourleaf.platform.blobs;

import org.jspecify.annotations.NullMarked;
