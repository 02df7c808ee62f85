/** What people do from start to end, in a real browser against the whole application. Skipped, and said so, without Chromium or UI. */
@NullMarked
package org.fourleaf.journeys;

import org.jspecify.annotations.NullMarked;
