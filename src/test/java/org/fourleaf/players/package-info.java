@NullMarked
package org.fourleaf.players;

import org.jspecify.annotations.NullMarked;
