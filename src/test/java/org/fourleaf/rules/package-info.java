@NullMarked
package org.fourleaf.rules;

import org.jspecify.annotations.NullMarked;
