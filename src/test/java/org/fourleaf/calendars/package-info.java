/** Tests of the calendars module. */
@NullMarked
package org.fourleaf.calendars;

import org.jspecify.annotations.NullMarked;
