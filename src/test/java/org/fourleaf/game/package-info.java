@NullMarked
package org.fourleaf.game;

import org.jspecify.annotations.NullMarked;
