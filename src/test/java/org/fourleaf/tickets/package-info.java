@NullMarked
package org.fourleaf.tickets;

import org.jspecify.annotations.NullMarked;
