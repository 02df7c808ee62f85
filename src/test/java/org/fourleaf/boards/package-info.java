@NullMarked
package org.fourleaf.boards;

import org.jspecify.annotations.NullMarked;
