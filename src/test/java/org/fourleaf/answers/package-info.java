@NullMarked
package org.fourleaf.answers;

import org.jspecify.annotations.NullMarked;
