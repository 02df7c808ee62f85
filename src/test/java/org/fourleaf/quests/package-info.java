@NullMarked
package org.fourleaf.quests;

import org.jspecify.annotations.NullMarked;
