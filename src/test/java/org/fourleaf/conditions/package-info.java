@NullMarked
package org.fourleaf.conditions;

import org.jspecify.annotations.NullMarked;
