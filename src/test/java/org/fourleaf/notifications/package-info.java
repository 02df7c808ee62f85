@NullMarked
package org.fourleaf.notifications;

import org.jspecify.annotations.NullMarked;
