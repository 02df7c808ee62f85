@NullMarked
package org.fourleaf.badges;

import org.jspecify.annotations.NullMarked;
